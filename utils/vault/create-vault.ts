import { wipe } from '@/utils/bytes/wipe'
import { AppError, toErrorCode } from '@/utils/errors/app-error'
import { emptyDocument, type VaultDocument } from './document'
import { openDraftWith, sealDraftWith } from './drafts'
import { checkedDocument, newestNumber } from './generation'
import { isRolledBack, noteHighWater } from './high-water'
import { type Loaded, withLoaded } from './load'
import { openWithPassword } from './open-with-password'
import { retryOnConflict, saveGeneration } from './save'
import {
  endSession,
  liveSession,
  requireSession,
  startSession,
  touchSession,
  withDek,
} from './session'
import { purgeTrash } from './trash'
import type { OpenReport, Vault, VaultPorts, VaultStatus } from './vault'
import { newKeyedHeader, newVaultId } from './vault-header'

/** Everything that saves or removes a vault runs under this name, one at a time. */
const lockName = 'vault'
const msPerMinute = 60_000

/** The vault over its ports. Holds nothing between calls: every call asks store and session. */
export function createVault(ports: VaultPorts): Vault {
  const alone = <T>(work: () => Promise<T>) => ports.exclusively(lockName, work)
  return {
    status: (nowMs) => status(ports, nowMs),
    create: (masterPassword, nowMs) => alone(() => create(ports, masterPassword, nowMs)),
    unlock: (masterPassword, nowMs) => unlock(ports, masterPassword, nowMs),
    lock: () => endSession(ports),
    inspect: (nowMs) => inspect(ports, nowMs),
    read: (nowMs) => read(ports, nowMs),
    peek: (nowMs) => withLoaded(ports, nowMs, async ({ document }) => document),
    change: (nowMs, edit) => alone(() => retryOnConflict(() => change(ports, nowMs, edit))),
    verifyPassword: (masterPassword) => verifyPassword(ports, masterPassword),
    changePassword: (masterPassword, newPassword, nowMs) =>
      alone(() => retryOnConflict(() => changePassword(ports, masterPassword, newPassword, nowMs))),
    remove: () => alone(() => remove(ports)),
    sealDraft: (value, nowMs) => sealDraft(ports, value, nowMs),
    openDraft: (sealed, nowMs) => openDraft(ports, sealed, nowMs),
  }
}

async function status(ports: VaultPorts, nowMs: number): Promise<VaultStatus> {
  if ((await liveSession(ports, nowMs)) !== null) return 'unlocked'
  return (await ports.store.newest()) === null ? 'none' : 'locked'
}

async function create(ports: VaultPorts, masterPassword: string, nowMs: number): Promise<void> {
  if (masterPassword === '') throw new AppError('password-empty')
  if ((await ports.store.newest()) !== null) throw new AppError('vault-exists')
  const header = await newKeyedHeader(newVaultId(), masterPassword, ports.deriveKek)
  try {
    await saveGeneration(ports, { ...header, newest: 0 }, emptyDocument, nowMs)
    const { lockAfterMinutes } = emptyDocument.settings
    await startSession(ports, header.vaultId, header.dek, nowMs, lockAfterMinutes)
  } catch (error) {
    throw toErrorCode(error) === 'vault-conflict' ? new AppError('vault-exists') : error
  } finally {
    wipe(header.dek)
  }
}

async function unlock(
  ports: VaultPorts,
  masterPassword: string,
  nowMs: number,
): Promise<OpenReport> {
  const generations = await ports.store.list()
  const opened = await openWithPassword(generations, masterPassword, ports.deriveKek)
  const { lockAfterMinutes } = opened.document.settings
  await startSession(ports, opened.vaultId, opened.dek, nowMs, lockAfterMinutes)
  wipe(opened.dek)
  return await reportOn(ports, { ...opened, newest: newestNumber(generations) }, nowMs)
}

async function reportOn(
  { highWater }: VaultPorts,
  { document, skipped, newest }: Pick<Loaded, 'document' | 'skipped' | 'newest'>,
  nowMs: number,
): Promise<OpenReport> {
  return {
    skippedGenerations: skipped,
    rolledBack: await isRolledBack(highWater, newest),
    clockBehindMs: Math.max(0, (document.savedAtMs ?? 0) - nowMs),
  }
}

function inspect(ports: VaultPorts, nowMs: number): Promise<OpenReport> {
  return withLoaded(ports, nowMs, (loaded) => reportOn(ports, loaded, nowMs))
}

function read(ports: VaultPorts, nowMs: number): Promise<VaultDocument> {
  return withLoaded(ports, nowMs, async ({ document }, _dek, session) => {
    await touchSession(ports, session, nowMs, lockAfterMs(document))
    return document
  })
}

function change(
  ports: VaultPorts,
  nowMs: number,
  edit: (document: VaultDocument) => VaultDocument,
): Promise<VaultDocument> {
  return withLoaded(ports, nowMs, async ({ document, sealed, newest }, dek, session) => {
    const edited = purgeTrash(checkedDocument(edit(document)), nowMs)
    const base = { dek, protected: sealed.protected, newest }
    const saved = await saveGeneration(ports, base, edited, nowMs)
    await touchSession(ports, session, nowMs, lockAfterMs(saved))
    return saved
  })
}

function lockAfterMs({ settings }: VaultDocument): number {
  return settings.lockAfterMinutes * msPerMinute
}

async function verifyPassword(ports: VaultPorts, masterPassword: string): Promise<boolean> {
  try {
    const opened = await openWithPassword(await ports.store.list(), masterPassword, ports.deriveKek)
    wipe(opened.dek)
    return true
  } catch (error) {
    const code = toErrorCode(error)
    if (code === 'password-wrong' || code === 'password-empty') return false
    throw error
  }
}

/** One save of the new header, key and body drops everything under the old key: all or nothing. */
async function changePassword(
  ports: VaultPorts,
  masterPassword: string,
  newPassword: string,
  nowMs: number,
): Promise<void> {
  if (newPassword === '') throw new AppError('password-empty')
  const generations = await ports.store.list()
  const { document, vaultId, cost, dek } = await openWithPassword(
    generations,
    masterPassword,
    ports.deriveKek,
  )
  wipe(dek)
  const header = await newKeyedHeader(vaultId, newPassword, ports.deriveKek, cost)
  try {
    await saveGeneration(
      ports,
      { ...header, newest: newestNumber(generations) },
      document,
      nowMs,
      1,
    )
    await startSession(ports, vaultId, header.dek, nowMs, document.settings.lockAfterMinutes)
  } finally {
    wipe(header.dek)
  }
}

async function remove(ports: VaultPorts): Promise<void> {
  await ports.store.clear()
  await endSession(ports)
  await noteHighWater(ports.highWater, 0)
}

async function sealDraft(ports: VaultPorts, value: unknown, nowMs: number): Promise<string> {
  const session = await requireSession(ports, nowMs)
  const sealed = await withDek(session, (dek) => sealDraftWith(dek, session.vaultId, value))
  await touchSession(ports, session, nowMs)
  return sealed
}

async function openDraft(ports: VaultPorts, sealed: string, nowMs: number): Promise<unknown> {
  const session = await requireSession(ports, nowMs)
  return await withDek(session, (dek) => openDraftWith(dek, session.vaultId, sealed))
}
