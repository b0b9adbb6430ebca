import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Bytes } from '@/utils/bytes/bytes'
import { openGeneration } from '@/utils/vault/generation'
import { fromVaultFile } from '@/utils/vault/vault-file'
import { type App, type BrowserName, launch } from '../../driver'
import { waitUntil } from '../../driver/waiting'
import { isLongRun, record, times } from '../../long-run'
import { mine } from '../../tour/stage'
import { masterPassword, type TakenSession, takeSession, vaultBrowsers } from './bed'
import { type Damage, damagesOf, keepEngines } from './engines'
import { fillEngine } from './fill-engine'
import { keyOf } from './keys'
import { accountNumber, draftsOf, startSaving, watchSaving } from './saving'
import { readStored } from './stored'

// P8: whatever happens to one of the two engines, the vault opens, at most one save is missing, and
// the user is told whenever the newest state did not come from where it belongs.

/** Each save adds one account. */
const savedAccounts = 4

interface Figures {
  version: string
  cases: number
  /** Opened from the newest state in its place, with everything. */
  unharmed: number
  /** Opened, and the user was told. */
  told: number
  /** The browser itself threw both engines away; the user was told that the vault is gone. */
  cleared: number
  /** What went wrong, by case. */
  readonly failures: string[]
}

async function saveAccount(app: App, number: number, session: TakenSession): Promise<void> {
  const page = await app.openManage('#/settings')
  await startSaving(page, await draftsOf([accountNumber(number)], session))
  await watchSaving(page, 0)
  await page.close()
}

/** A vault of four saves, spread over old and new files of the engine; the browser is closed then. */
async function prepare(browser: BrowserName, profile: string): Promise<string> {
  const app = await launch(browser, { profile })
  await app.createVault(masterPassword)
  const session = await takeSession(app)
  for (let number = 0; number < savedAccounts; number += 1) {
    if (browser === 'chromium' && isLongRun && number === savedAccounts - 1) await fillEngine(app)
    await saveAccount(app, number, session)
  }
  await app.close()
  return app.version
}

/** Unlocks as a user; says what the page shows. */
async function unlockAndLook(app: App): Promise<{ rows: number; isTold: boolean }> {
  await app.unlock(masterPassword)
  const manage = await app.openManage('#/accounts')
  await manage.waitFor(mine('account-list'))
  const rows = await manage.count(mine('account-row'))
  const notices = await manage.count(`${mine('notice')}, ${mine('error')}`)
  await manage.close()
  return { rows, isTold: notices > 0 }
}

/**
 * Whether the database still has the newest save, as it was made. Read after opening: an engine may
 * need a moment, and a second attempt, to make good what it can by itself. What the product puts
 * back comes in as a save of its own.
 */
async function isIntact(app: App, dek: Bytes): Promise<boolean> {
  const newest = (await readStored(app)).generations[0]
  if (newest?.generation !== savedAccounts + 1) return false
  return openGeneration(dek, newest).then(
    ({ accounts }) => accounts.length === savedAccounts,
    () => false,
  )
}

/** Opens after the damage; returns how the newest state was come by, or throws what is wrong. */
async function openDamaged(app: App, dek: Bytes): Promise<'unharmed' | 'told'> {
  const { rows, isTold } = await unlockAndLook(app)
  if (rows < savedAccounts - 1) throw new Error(`${savedAccounts - rows} accounts are missing`)
  if (isTold) return 'told'
  if (rows < savedAccounts || !(await isIntact(app, dek))) throw new Error('nobody told the user')
  return 'unharmed'
}

/**
 * Firefox answers damage to the list of an origin's files by deleting all that the origin keeps,
 * its databases too: one engine's file takes both along. No other damage may end so.
 */
async function isClearedByBrowser(app: App, { name }: Damage): Promise<boolean> {
  if (app.browser !== 'firefox' || !name.includes('metadata.sqlite')) return false
  const { generations, files, failure } = await readStored(app)
  return generations.length + Object.keys(files).length === 0 && failure === null
}

async function isLossTold(app: App): Promise<boolean> {
  const page = await app.openManage()
  await page.waitFor(mine('create-vault'))
  const told = await waitUntil('the loss to be told', () =>
    page.count(`${mine('notice')}, ${mine('error')}`),
  ).catch(() => 0)
  await page.close()
  return told > 0
}

/** Saves once more, starts again: it opens, all of it is there, and the copy too, or it is told. */
async function goOn(app: App): Promise<void> {
  await saveAccount(app, savedAccounts, await takeSession(app))
  await app.restart()
  if (await areBothWhole(app)) return
  const { rows, isTold } = await unlockAndLook(app)
  if (rows < savedAccounts) throw new Error('a later save is missing')
  if (!isTold && !(await areBothWhole(app))) throw new Error('a later save lies in one place only')
}

/** Whether the newest save, with the last account, opens in the database and lies in the copy. */
async function areBothWhole(app: App): Promise<boolean> {
  const { generations, files } = await readStored(app)
  const newest = generations[0]
  const dek = await keyOf(generations, masterPassword)
  if (newest === undefined || dek === null) return false
  const labels = await openGeneration(dek, newest).then(
    ({ accounts }) => accounts.map(({ label }) => label),
    (): string[] => [],
  )
  const copies = Object.entries(files).filter(([name]) => /copy-[ab]$/.test(name))
  const isCopied = copies.some(([, bytes]) => numberOf(bytes) === newest.generation)
  return isCopied && labels.includes(accountNumber(savedAccounts).label)
}

function numberOf(bytes: Bytes): number {
  try {
    return fromVaultFile(bytes).generation
  } catch {
    return 0
  }
}

async function strikeOnce(
  app: App,
  damage: Damage,
  putBack: () => void,
  dek: Bytes,
  figures: Figures,
): Promise<void> {
  await app.kill()
  putBack()
  damage.strike(app.profile)
  await app.restart()
  figures.cases += 1
  try {
    if (await isClearedByBrowser(app, damage)) {
      if (!(await isLossTold(app))) throw new Error('nobody told that the vault is gone')
      figures.cleared += 1
      return
    }
    figures[await openDamaged(app, dek)] += 1
    await goOn(app)
  } catch (error) {
    figures.failures.push(`${damage.name}: ${error instanceof Error ? error.message : error}`)
  }
}

/** In short: a file of one engine, and all of the other. */
function chosen(damages: readonly Damage[]): readonly Damage[] {
  if (isLongRun) return damages
  const wanted = [/^database: .*(\.log|\.sqlite) cut in half$/, /^files: all/]
  return wanted.flatMap((name) => damages.find((damage) => name.test(damage.name)) ?? [])
}

async function withPrepared<T>(
  browser: BrowserName,
  work: (app: App, putBack: () => void, dek: Bytes) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'damaged-profile-'))
  const profile = path.join(folder, 'profile')
  try {
    await prepare(browser, profile)
    const putBack = keepEngines(browser, profile, path.join(folder, 'kept'))
    const app = await launch(browser, { profile })
    try {
      const dek = await keyOf((await readStored(app)).generations, masterPassword)
      if (dek === null) throw new Error('the vault was not made')
      return await work(app, putBack, dek)
    } finally {
      await app.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** What the test does besides the damage must do none. */
async function proveHarmless(app: App, putBack: () => void, dek: Bytes): Promise<void> {
  const figures: Figures = { version: '', cases: 0, unharmed: 0, told: 0, cleared: 0, failures: [] }
  await strikeOnce(app, nothing, putBack, dek, figures)
  expect(figures).toMatchObject({ unharmed: 1, failures: [] })
}

const nothing: Damage = { name: 'nothing', engine: 'database', strike: () => undefined }

describe.each(vaultBrowsers)('a damaged disk under %s', (browser) => {
  test(
    'is survived with at most one save missing, and told',
    async () => {
      const figures: Figures = {
        version: '',
        cases: 0,
        unharmed: 0,
        told: 0,
        cleared: 0,
        failures: [],
      }
      await withPrepared(browser, async (app, putBack, dek) => {
        figures.version = app.version
        const damages = chosen(damagesOf(browser, app.profile))
        expect(new Set(damages.map(({ engine }) => engine)).size).toBe(2)
        if (isLongRun) await proveHarmless(app, putBack, dek)
        for (const damage of damages) await strikeOnce(app, damage, putBack, dek, figures)
      })
      const { cases, unharmed, told, cleared, failures } = figures
      record({
        promise: 'P8',
        what: 'files of one engine cut, flipped, deleted',
        where: figures.version,
        count: cases,
        result: `${unharmed} unharmed, ${told} told and survived, ${cleared} cleared whole by the browser and told, ${failures.length} failed`,
      })
      expect(failures).toEqual([])
    },
    times(15, 3) * 60_000,
  )

  test('in both engines at once is told as what it is', async () => {
    await withPrepared(browser, async (app) => {
      await app.kill()
      for (const { name, strike } of damagesOf(browser, app.profile)) {
        if (name.endsWith('all deleted')) strike(app.profile)
      }
      await app.restart()
      expect(await isLossTold(app)).toBe(true)
    })
  }, 120_000)
})
