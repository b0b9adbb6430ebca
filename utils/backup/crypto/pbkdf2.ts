import type { Bytes } from '@/utils/bytes/bytes'
import { gateIterations } from './kdf-gates'

/** Names of hash functions as WebCrypto spells them. */
export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-512'

/** PBKDF2-HMAC (RFC 8018 section 5.2), gated. Throws `kdf-refused`. */
export async function pbkdf2(
  hash: HashName,
  password: Bytes,
  salt: Bytes,
  iterations: number,
  sizeBytes = 32,
): Promise<Bytes> {
  gateIterations(iterations)
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
  const parameters = { name: 'PBKDF2', hash, salt, iterations } as const
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 8 * sizeBytes))
}
