import type { Bytes } from '@/utils/bytes/bytes'
import { keySizeBytes } from './aes-gcm'

/** HKDF-SHA256 (RFC 5869) without a salt: a 32-byte key for one purpose, which `info` names. */
export async function hkdfSha256(secret: Bytes, info: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info } as const
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, imported, 8 * keySizeBytes))
}
