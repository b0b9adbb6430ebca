import type { Bytes } from '@/utils/bytes/bytes'
import { toErrorCode } from '@/utils/errors/app-error'
import { isBroken } from './broken'
import { readSlots, writeCopy } from './copies'
import type { VaultDocument } from './document'
import { sealGeneration } from './generation'
import { highestOf, noteHighWater, readMark } from './high-water'
import { sparedBeyond } from './spare'
import type { SealedGeneration, VaultPorts } from './vault'

/** Generations kept for the day the newest does not open. */
const keptGenerations = 5
const maxAttempts = 5

/** What a save needs to know: the key, the header it belongs to, and the newest number kept. */
export interface SaveBase {
  readonly dek: Bytes
  readonly protected: string
  /** The newest number in the store; 0: none. */
  readonly newest: number
  /** The number that was opened, where that lay elsewhere. */
  readonly opened?: number
  /** The key of what lies there already, where that is another. */
  readonly oldDek?: Bytes
  /** The store failed when it was read: the second copy alone will do. */
  readonly isStoreBroken?: boolean
}

/** What a save came to. */
export interface Saved {
  readonly document: VaultDocument
  readonly sealed: SealedGeneration
  /** Whether it lies in the second copy too. */
  readonly copied: boolean
}

/**
 * Saves `document`, dated `nowMs`, as the generation after all that are known of and drops all but
 * the newest `keep` and what is damaged and kept nowhere else. Throws `vault-conflict`,
 * `storage-full`, `storage-failed`.
 */
export async function saveGeneration(
  ports: VaultPorts,
  base: SaveBase,
  document: VaultDocument,
  nowMs: number,
  keep: number = keptGenerations,
): Promise<Saved> {
  const known = [base.opened ?? 0, await readMark(ports.highWater)]
  const generation = highestOf(base.newest, known) + 1
  const dated = { ...document, savedAtMs: nowMs }
  // Beside one another: what is asked of the files is asked of another process.
  const [sealed, toSpare, slots] = await Promise.all([
    sealGeneration(base.dek, base.protected, generation, dated),
    spared(ports, base, keep, nowMs),
    readSlots(ports.files).catch(() => null),
  ])
  const failure = await ports.store.append(sealed, base.newest, keep, toSpare).then(
    () => null,
    (error: unknown) => {
      if (!base.isStoreBroken || !isBroken(error)) throw error
      return error
    },
  )
  const copied = await writeCopy(ports, sealed, nowMs, { slots, dek: base.dek })
  // A database that never opens again must not end all saving: the copy is what there is.
  if (failure !== null && !copied) throw failure
  await noteHighWater(ports.highWater, generation)
  return { document: dated, sealed, copied }
}

/** Of a store that fails nothing is dropped. */
async function spared(
  ports: VaultPorts,
  { oldDek, dek, isStoreBroken }: SaveBase,
  keep: number,
  nowMs: number,
): Promise<readonly number[]> {
  try {
    // The new one takes a place of its own.
    return await sparedBeyond(ports, keep - 1, oldDek ?? dek, nowMs)
  } catch (error) {
    if (!isStoreBroken || !isBroken(error)) throw error
    return []
  }
}

/** Runs `attempt` again while somebody else saved in between. Throws `vault-conflict` in the end. */
export async function retryOnConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (toErrorCode(error) !== 'vault-conflict' || attempts === maxAttempts) throw error
    }
  }
}
