import type { Bytes } from '@/utils/bytes/bytes'
import { AppError, toErrorCode } from '@/utils/errors/app-error'
import { newestNumber, openGeneration } from './generation'
import { type Opened, openNewestWithSession } from './open-newest'
import { endSession, requireSession, withDek } from './session'
import type { KeySession, VaultPorts } from './vault'

/** The open vault of a session. */
export interface Loaded extends Opened {
  /** The newest number kept, opened or not. */
  readonly newest: number
}

/**
 * Opens the vault with the session's key and lends both to `work`. A key that opens nothing is out
 * of date (the password was changed, the vault replaced): the session ends. Throws `vault-locked`,
 * `vault-missing`, `vault-newer`.
 */
export async function withLoaded<T>(
  ports: VaultPorts,
  nowMs: number,
  work: (loaded: Loaded, dek: Bytes, session: KeySession) => Promise<T>,
): Promise<T> {
  const session = await requireSession(ports, nowMs)
  return await withDek(session, async (dek) => {
    const loaded = (await loadNewest(ports, dek)) ?? (await loadAny(ports, dek))
    if (loaded !== null) return await work(loaded, dek, session)
    await endSession(ports, session)
    throw new AppError((await ports.store.newest()) === null ? 'vault-missing' : 'vault-locked')
  })
}

/** The usual case: one generation read, one opened. */
async function loadNewest({ store }: VaultPorts, dek: Bytes): Promise<Loaded | null> {
  const sealed = await store.newest()
  if (sealed === null) return null
  try {
    const document = await openGeneration(dek, sealed)
    return { document, sealed, skipped: 0, newest: sealed.generation }
  } catch (error) {
    if (toErrorCode(error) !== 'vault-damaged') throw error
    return null
  }
}

async function loadAny({ store }: VaultPorts, dek: Bytes): Promise<Loaded | null> {
  const generations = await store.list()
  const opened = await openNewestWithSession(generations, dek)
  return opened === null ? null : { ...opened, newest: newestNumber(generations) }
}
