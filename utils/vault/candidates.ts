import { AppError } from '@/utils/errors/app-error'
import { isBroken } from './broken'
import { type CopySlot, readSlots } from './copies'
import type { Place, SealedGeneration, VaultPorts } from './vault'

/** A generation that may be opened, and where it lies. */
export interface Candidate extends SealedGeneration {
  readonly from: Place
}

/** Everything there is to open. */
export interface Findings {
  /** Newest first; of one number the store's before the copy's. */
  readonly candidates: readonly Candidate[]
  /** The newest number in the store; 0 if there is none or it cannot be read. */
  readonly storeNewest: number
  /** The store failed: it cannot be read nor, most likely, be written. */
  readonly isStoreBroken: boolean
  /** The slots of the second copy; null where they cannot be read. */
  readonly slots: readonly CopySlot[] | null
  /** Whether the store and every slot could be read; else something newer may lie there. */
  readonly isComplete: boolean
}

/**
 * What lies in both places. The copy is read first: a save that falls between makes it older, never
 * newer. A store that fails is stepped over for a copy. Throws `storage-failed` if there is none,
 * and `vault-newer`.
 */
export async function findCandidates({ store, files }: VaultPorts): Promise<Findings> {
  const slots = await readSlots(files).catch(() => null)
  const copies = slots?.flatMap(({ sealed }) => sealed ?? []) ?? []
  const areSlotsRead = slots?.every(({ isUnreadable }) => !isUnreadable) ?? false
  const listed = await store.list().catch((error: unknown) => {
    if (copies.length === 0 || !isBroken(error)) throw error
    return null
  })
  const isStoreBroken = listed === null
  const stored = listed ?? []
  if (stored.length + copies.length === 0 && slots?.some(({ isNewer }) => isNewer)) {
    throw new AppError('vault-newer', 'only a copy of a newer version is left')
  }
  const candidates = [
    ...stored.map((sealed) => ({ ...sealed, from: 'store' as const })),
    ...copies.map((sealed) => ({ ...sealed, from: 'copy' as const })),
  ]
  return {
    // The order of equals stays: the store's come first.
    candidates: candidates.sort((a, b) => b.generation - a.generation),
    storeNewest: stored[0]?.generation ?? 0,
    isStoreBroken,
    slots,
    isComplete: areSlotsRead && !isStoreBroken,
  }
}
