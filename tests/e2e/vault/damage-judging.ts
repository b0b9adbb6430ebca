import type { Bytes } from '@/utils/bytes/bytes'
import { openGeneration } from '@/utils/vault/generation'
import { fromVaultFile } from '@/utils/vault/vault-file'
import type { App } from '../../driver'
import { waitUntil } from '../../driver/waiting'
import { mine } from '../../tour/stage'
import { masterPassword, takeSession } from './bed'
import { saveAccount, savedAccounts } from './damage-bed'
import type { Damage } from './engines'
import { accountNumber } from './saving'
import { readStored } from './stored'

/** Unlocks as a user; says what the page shows. */
async function unlockAndLook(app: App): Promise<{ rows: number; isTold: boolean }> {
  const manage = await app.openManage('#/accounts')
  await manage.fill(mine('master-password'), masterPassword)
  await manage.click(mine('unlock'))
  await manage.waitFor(mine('account-list'), { timeoutMs: 30_000 })
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
export async function openDamaged(app: App, dek: Bytes): Promise<'unharmed' | 'told'> {
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
export async function isClearedByBrowser(app: App, { name }: Damage): Promise<boolean> {
  if (app.browser !== 'firefox' || !name.includes('metadata.sqlite')) return false
  const { generations, files, failure } = await readStored(app)
  return generations.length + Object.keys(files).length === 0 && failure === null
}

/** Whether the page for a new vault says that there was one. */
export async function isLossTold(app: App): Promise<boolean> {
  const page = await app.openManage()
  await page.waitFor(mine('create-vault'))
  const told = await waitUntil('the loss to be told', () =>
    page.count(`${mine('notice')}, ${mine('error')}`),
  ).catch(() => 0)
  await page.close()
  return told > 0
}

/** Saves once more, starts again: it opens, all of it is there, and the copy too, or it is told. */
export async function goOn(app: App, dek: Bytes): Promise<void> {
  await saveAccount(app, savedAccounts, await takeSession(app))
  await app.restart()
  if (await areBothWhole(app, dek)) return
  const { rows, isTold } = await unlockAndLook(app)
  if (rows < savedAccounts) throw new Error('a later save is missing')
  if (!isTold && !(await areBothWhole(app, dek)))
    throw new Error('a later save lies in one place only')
}

/** Whether the newest save, with the last account, opens in the database and lies in the copy. */
async function areBothWhole(app: App, dek: Bytes): Promise<boolean> {
  const { generations, files } = await readStored(app)
  const newest = generations[0]
  if (newest === undefined) return false
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
