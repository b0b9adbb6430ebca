import type { Bytes } from '@/utils/bytes/bytes'
import { keepDamaged } from './damaged-files'
import { authenticates } from './generation'
import type { SealedGeneration, VaultPorts } from './vault'
import { toVaultFile } from './vault-file'

/**
 * The numbers of those beyond the newest `count` that no save may drop: damaged, and nothing could
 * be kept apart of them, now or before. In the usual case one generation is looked at.
 */
export async function sparedBeyond(
  ports: VaultPorts,
  count: number,
  dek: Bytes,
  nowMs: number,
): Promise<readonly number[]> {
  const leaving = await ports.store.beyond(count)
  const maySpare = await Promise.all(
    leaving.map(async (sealed) => {
      const mayGo = (await authenticates(dek, sealed)) || (await isKept(ports, sealed, nowMs))
      return mayGo ? [] : [sealed.generation]
    }),
  )
  return maySpare.flat()
}

async function isKept(
  { files }: VaultPorts,
  sealed: SealedGeneration,
  nowMs: number,
): Promise<boolean> {
  const { generation, ciphertext } = sealed
  // What cannot be read may be read another day.
  if (ciphertext.length === 0) return false
  const piece = { from: 'store', generation, bytes: toVaultFile(sealed) } as const
  return await keepDamaged(files, [piece], nowMs).then(
    () => true,
    () => false,
  )
}
