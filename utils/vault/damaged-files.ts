import type { Bytes } from '@/utils/bytes/bytes'
import { authenticates } from './generation'
import { liveSession, withDek } from './session'
import type { DamagedPiece, Place, SealedGeneration, VaultFiles, VaultPorts } from './vault'
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

/** As `Vault.damaged`. A piece that does not read costs no other. */
export async function listDamaged(
  ports: VaultPorts,
  nowMs: number,
): Promise<readonly DamagedPiece[]> {
  const { files } = ports
  const names = await files.names().catch(() => null)
  const kept = (names ?? []).filter((name) => nameShape.test(name)).sort()
  const digests = new Set(kept.map((name) => nameShape.exec(name)?.[4]))
  const pieces = await Promise.all(kept.map((name) => readPiece(files, name).catch(() => null)))
  const lying = (await lyingDamaged(ports, nowMs, names !== null)).map(pieceInStore)
  const isKept = await Promise.all(
    lying.map(async ({ bytes }) => digests.has(await digestOf(bytes))),
  )
  return [...pieces.filter((piece) => piece !== null), ...lying.filter((_, at) => !isKept[at])]
}

/**
 * What of the store does not open with the key of the session. While locked nobody can tell: then
 * all of it, unless what was found damaged is kept apart.
 */
async function lyingDamaged(
  ports: VaultPorts,
  nowMs: number,
  canKeep: boolean,
): Promise<readonly SealedGeneration[]> {
  const session = await liveSession(ports, nowMs)
  if (session === null && canKeep) return []
  const generations = await ports.store.list().catch(() => [])
  if (session === null) return generations
  return await withDek(session, async (dek) => {
    const opens = await Promise.all(generations.map((sealed) => authenticates(dek, sealed)))
    return generations.filter((_, at) => !opens[at])
  })
}

function pieceInStore(sealed: SealedGeneration): DamagedPiece {
  const { generation } = sealed
  return { from: 'store', generation, foundAtMs: 0, bytes: toVaultFile(sealed) }
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
