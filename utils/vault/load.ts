import type { Bytes } from '@/utils/bytes/bytes'
import { AppError, toErrorCode } from '@/utils/errors/app-error'
import { findCandidates, isBroken } from './candidates'
import { openGeneration } from './generation'
import { readMark } from './high-water'
import { type Opened, openNewestWithSession } from './open-newest'
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
  const session = await requireSession(ports, nowMs)
  return await withDek(session, async (dek) => {
    const loaded = (await loadNewest(ports, dek)) ?? (await loadAny(ports, dek))
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

/** Whatever opens, in both places; or why the session is of no use any more. */
async function loadAny(
  ports: VaultPorts,
  dek: Bytes,
): Promise<Loaded | 'vault-missing' | 'vault-locked'> {
  // Before the generations: a save that falls between does not look lost.
  const mark = await readMark(ports.highWater)
  const { candidates, storeNewest, isStoreBroken } = await findCandidates(ports)
  const opened = await openNewestWithSession(candidates, dek)
  if (opened === null) return candidates.length === 0 ? 'vault-missing' : 'vault-locked'
  const standing = standingOf(opened, candidates, mark)
  return { ...opened, newest: storeNewest, isStoreBroken, standing }
}
