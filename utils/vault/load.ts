import type { Bytes } from '@/utils/bytes/bytes'
import { AppError, toErrorCode } from '@/utils/errors/app-error'
import { isBroken } from './broken'
import { openGeneration } from './generation'
import { readMark } from './high-water'
import type { Opened } from './open-newest'
import { endSession, requireSession, withDek } from './session'
import { type Standing, standingOf } from './standing'
import type { KeySession, VaultPorts } from './vault'

/** The open vault of a session. */
export interface Loaded extends Opened {
  /** The newest number in the store, opened or not; 0 if there is none. */
  readonly newest: number
  /** The store failed: what was opened came from the second copy. */
  readonly isStoreBroken: boolean
  readonly standing: Standing
}

/**
 * Opens the vault with the session's key and lends both to `work`. A key that opens nothing is out
 * of date (the password was changed, the vault replaced): the session ends. Throws `vault-locked`,
 * `vault-missing`, `vault-newer`, `storage-failed`.
 */
export async function withLoaded<T>(
  ports: VaultPorts,
  nowMs: number,
  work: (loaded: Loaded, dek: Bytes, session: KeySession) => Promise<T>,
): Promise<T> {
  return await withLoadedIn(ports, await requireSession(ports, nowMs), work)
}

/** The same in a session that was just found alive. */
export async function withLoadedIn<T>(
  ports: VaultPorts,
  session: KeySession,
  work: (loaded: Loaded, dek: Bytes, session: KeySession) => Promise<T>,
): Promise<T> {
  return await withDek(session, async (dek) => {
    const loaded = (await loadNewest(ports, dek)) ?? (await loadRest(ports, dek))
    if (typeof loaded !== 'string') return await work(loaded, dek, session)
    await endSession(ports, session)
    throw new AppError(loaded)
  })
}

/** The usual case: one generation read, one opened, and no newer one known of. */
async function loadNewest({ store, highWater }: VaultPorts, dek: Bytes): Promise<Loaded | null> {
  try {
    const [sealed, mark] = await Promise.all([store.newest(), readMark(highWater)])
    if (sealed === null || sealed.generation < mark) return null
    const candidate = { ...sealed, from: 'store' as const }
    const opened = { document: await openGeneration(dek, sealed), sealed: candidate, skipped: 0 }
    const standing = standingOf(opened, [candidate], mark)
    return { ...opened, newest: sealed.generation, isStoreBroken: false, standing }
  } catch (error) {
    if (toErrorCode(error) !== 'vault-damaged' && !isBroken(error)) throw error
    return null
  }
}

/** The rare case, fetched when it is there: the first code must not wait for it. */
async function loadRest(ports: VaultPorts, dek: Bytes) {
  const { loadAny } = await import('./load-any')
  return await loadAny(ports, dek)
}
