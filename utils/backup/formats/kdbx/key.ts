import type { Bytes } from '@/utils/bytes/bytes'
import { concat } from '@/utils/bytes/concat'
import { AppError } from '@/utils/errors/app-error'
import { argon2 } from '../../crypto/argon2'
import { gateArgon2, gateIterations } from '../../crypto/kdf-gates'
import type { FileAccess } from '../../format'
import { beforeKey, passwordOf, stopIfCancelled } from '../../read/access'
import type { KdbxHeader, KdbxKdf } from './header'

/** The keys of a database. */
export interface KdbxKeys {
  /** For the cipher. */
  readonly body: Bytes
  /** 64 bytes, from which the blocks' HMAC keys come. */
  readonly hmac: Bytes
}

/** AES rounds cost far less than those of PBKDF2: KeePassXC writes tens of millions for a second. */
const mostRounds = 200_000_000
const roundsAtOnce = 65_536
const blockSizeBytes = 16

/**
 * The keys under a password alone; databases that need a key file too do not open. Throws
 * `password-empty`, `kdf-refused`, `kdf-failed`, `import-cancelled`.
 */
export async function deriveKdbxKeys(header: KdbxHeader, access: FileAccess): Promise<KdbxKeys> {
  const composite = await sha256(await sha256(passwordOf(access)))
  const transformed = await transform(composite, header.kdf, access)
  const seeded = concat(header.masterSeed, transformed)
  const hmac = await crypto.subtle.digest('SHA-512', concat(seeded, Uint8Array.of(1)))
  return { body: await sha256(seeded), hmac: new Uint8Array(hmac) }
}

/** SHA-256 of `bytes`. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

async function transform(composite: Bytes, kdf: KdbxKdf, access: FileAccess): Promise<Bytes> {
  if (kdf.kind === 'aes') {
    gateIterations(kdf.rounds, mostRounds)
    if (kdf.seed.length !== 32) throw new AppError('file-damaged', 'seed ill-shaped')
    beforeKey(access)
    const halves = [composite.slice(0, blockSizeBytes), composite.slice(blockSizeBytes)]
    const done: Bytes[] = []
    for (const half of halves) done.push(await encryptAgain(half, kdf.seed, kdf.rounds, access))
    return await sha256(concat(...done))
  }
  const { kind: variant, salt, m, t, p } = kdf
  gateArgon2({ m, t, p })
  beforeKey(access, m)
  return await argon2({ variant, password: composite, salt, m, t, p, sizeBytes: 32 })
}

/** AES over and over: CBC over zeros is just that, and the platform does it at full speed. */
async function encryptAgain(
  start: Bytes,
  key: Bytes,
  rounds: number,
  access: FileAccess,
): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt'])
  let block = start
  for (let left = rounds; left > 0; left -= roundsAtOnce) {
    stopIfCancelled(access)
    const zeros = new Uint8Array(blockSizeBytes * Math.min(left, roundsAtOnce))
    const sealed = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: block }, imported, zeros)
    const end = zeros.length
    block = new Uint8Array(sealed.slice(end - blockSizeBytes, end))
  }
  return block
}
