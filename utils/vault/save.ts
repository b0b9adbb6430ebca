import type { Bytes } from '@/utils/bytes/bytes'
import { toErrorCode } from '@/utils/errors/app-error'
import type { VaultDocument } from './document'
import { sealGeneration } from './generation'
import { noteHighWater } from './high-water'
import type { VaultPorts } from './vault'

/** Generations kept for the day the newest does not open. */
export const keptGenerations = 5
const maxAttempts = 5

/** What a save needs to know: the key, the header it belongs to, and the newest number kept. */
export interface SaveBase {
  readonly dek: Bytes
  readonly protected: string
  /** 0: none. */
  readonly newest: number
}

/**
 * Saves `document`, dated `nowMs`, as the generation after `base.newest` and drops all but the newest `keep`.
 * Returns what was saved. Throws `vault-conflict`, `storage-full`, `storage-failed`.
 */
export async function saveGeneration(
  ports: VaultPorts,
  base: SaveBase,
  document: VaultDocument,
  nowMs: number,
  keep: number = keptGenerations,
): Promise<VaultDocument> {
  const generation = base.newest + 1
  const dated = { ...document, savedAtMs: nowMs }
  const sealed = await sealGeneration(base.dek, base.protected, generation, dated)
  await ports.store.append(sealed, base.newest, keep)
  await noteHighWater(ports.highWater, generation)
  return dated
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
