import type { Bytes } from '@/utils/bytes/bytes'
import type { DamagedPiece, Place, VaultFiles, VaultPorts } from './vault'
import { toVaultFile } from './vault-file'

/** Something that does not open, as it lies. */
export type Damage = Omit<DamagedPiece, 'foundAtMs'>

/** `damaged-WHEN-WHERE-NUMBER-DIGEST`; number 0 where it cannot be read. */
const nameShape = /^damaged-(\d{1,16})-(store|copy)-(\d{1,16})-([\da-f]{32})$/

/** Keeps what is damaged for ever, each content once. Throws `storage-full`, `storage-failed`. */
export async function keepDamaged(
  files: VaultFiles,
  damage: readonly Damage[],
  nowMs: number,
): Promise<void> {
  if (damage.length === 0) return
  const kept = new Set((await files.names()).map((name) => nameShape.exec(name)?.[4]))
  for (const { from, generation, bytes } of damage) {
    const digest = await digestOf(bytes)
    if (kept.has(digest)) continue
    kept.add(digest)
    await files.write(`damaged-${nowMs}-${from}-${generation ?? 0}-${digest}`, bytes)
  }
}

/** As `Vault.damaged`. Where nothing can be kept apart: everything that lies in the store. */
export async function listDamaged({ files, store }: VaultPorts): Promise<readonly DamagedPiece[]> {
  try {
    const names = (await files.names()).filter((name) => nameShape.test(name)).sort()
    const pieces = await Promise.all(names.map((name) => readPiece(files, name)))
    return pieces.filter((piece) => piece !== null)
  } catch {
    const generations = await store.list()
    return generations.map((sealed) => ({
      from: 'store',
      generation: sealed.generation,
      foundAtMs: 0,
      bytes: toVaultFile(sealed),
    }))
  }
}

async function readPiece(files: VaultFiles, name: string): Promise<DamagedPiece | null> {
  const [, foundAt, from, number] = nameShape.exec(name) ?? []
  const bytes = await files.read(name)
  if (bytes === null || (from !== 'store' && from !== 'copy')) return null
  const place: Place = from
  return { from: place, generation: Number(number) || null, foundAtMs: Number(foundAt), bytes }
}

/** The first half of SHA-256: enough to know the same content again. */
async function digestOf(bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
