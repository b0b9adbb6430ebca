import { describe, expect, test } from 'vitest'
import { fromBase64 } from '@/utils/bytes/base64'
import type { Bytes } from '@/utils/bytes/bytes'
import type { Account } from '@/utils/vault/document'
import { openGeneration } from '@/utils/vault/generation'
import type { SealedGeneration } from '@/utils/vault/vault'
import { type App, type BrowserName, launch } from '../../driver'
import { isLongRun, record, times } from '../../long-run'
import { mine } from '../../tour/stage'
import { masterPassword, putSession, type TakenSession, takeSession, vaultBrowsers } from './bed'
import { accountNumber, draftsOf, startSaving, watchSaving } from './saving'
import { readStored } from './stored'

// P7: whatever moment the browser is killed at, a save that was acknowledged is there afterwards.

/** In each browser: 200 in both. */
const kills = times(100, 1)
const killsPerProfile = times(20, 1)
/** How long the saving goes on after the first one, at most. */
const longestMs = 300
/** More than can be saved before the kill. */
const draftsPerKill = 80

interface Figures {
  version: string
  kills: number
  acknowledged: number
  /** Acknowledged saves that are gone. */
  lost: number
  /** Generations that do not open, and saves that are there in part. */
  torn: number
}

const accountsFrom = (first: number, count: number): Account[] =>
  Array.from({ length: count }, (_, index) => accountNumber(first + index))

/** Saves until a random moment, kills, starts again; returns how many accounts there are then. */
async function killOnce(
  app: App,
  session: TakenSession,
  before: number,
  figures: Figures,
): Promise<number> {
  await putSession(app, session)
  const page = await app.openManage('#/settings')
  await startSaving(page, await draftsOf(accountsFrom(before, draftsPerKill), session))
  const acknowledged = await watchSaving(page, Math.random() * longestMs)
  await app.kill()
  await app.restart()
  figures.kills += 1
  figures.acknowledged += acknowledged
  return countStored(app, session, before + acknowledged, figures)
}

/** Accounts are saved in order: what is there must be the first so many, in every generation. */
async function countStored(
  app: App,
  session: TakenSession,
  expected: number,
  figures: Figures,
): Promise<number> {
  const { generations } = await readStored(app)
  const dek = fromBase64(session.dek)
  const counts = []
  for (const [index, sealed] of generations.entries()) {
    const accounts = await accountsOf(dek, sealed)
    const isWhole = accounts?.every((one, at) => sameJson(one, accountNumber(at)))
    const follows = sealed.generation === (generations[0]?.generation ?? 0) - index
    if (!isWhole || !follows) figures.torn += 1
    counts.push(accounts?.length ?? 0)
  }
  const found = counts[0] ?? 0
  figures.lost += Math.max(0, expected - found)
  return found
}

/** Null where it does not open. */
function accountsOf(dek: Bytes, sealed: SealedGeneration): Promise<readonly Account[] | null> {
  return openGeneration(dek, sealed).then(
    ({ accounts }) => accounts,
    () => null,
  )
}

const sameJson = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What the user sees: the vault opens with the password, says nothing, and has the last account. */
async function openAsUser(app: App, count: number): Promise<void> {
  await app.unlock(masterPassword)
  const manage = await app.openManage('#/accounts')
  await manage.waitFor(mine('account-list'))
  expect(await manage.count(mine('error'))).toBe(0)
  await manage.fill(mine('search'), accountNumber(count - 1).label)
  await manage.waitForText(accountNumber(count - 1).label)
  await manage.close()
}

async function killOver(browser: BrowserName, figures: Figures): Promise<void> {
  const app = await launch(browser)
  try {
    figures.version = app.version
    await app.createVault(masterPassword)
    const session = await takeSession(app)
    const page = await app.openManage('#/settings')
    await startSaving(page, await draftsOf(accountsFrom(0, 1), session))
    await watchSaving(page, 0)
    let count = 1
    for (let kill = 0; kill < killsPerProfile; kill += 1) {
      count = await killOnce(app, session, count, figures)
    }
    // In short the story in story.test.ts opens as a user.
    if (isLongRun) await openAsUser(app, count)
  } finally {
    await app.close()
  }
}

describe.each(vaultBrowsers)('%s killed while saving', (browser) => {
  const minutes = times(15, 2)
  test(
    'loses no save that was acknowledged and tears none',
    async () => {
      const figures: Figures = { version: '', kills: 0, acknowledged: 0, lost: 0, torn: 0 }
      while (figures.kills < kills) await killOver(browser, figures)
      record({
        promise: 'P7',
        what: 'SIGKILL while saving',
        where: figures.version,
        count: figures.kills,
        result: `${figures.acknowledged} saves acknowledged, ${figures.lost} lost, ${figures.torn} torn`,
      })
      expect(figures.acknowledged).toBeGreaterThan(0)
      expect(figures).toMatchObject({ lost: 0, torn: 0 })
    },
    minutes * 60_000,
  )
})
