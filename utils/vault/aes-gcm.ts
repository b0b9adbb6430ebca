import type { Bytes } from '@/utils/bytes/bytes'

/** Length of an AES-256 key. */
export const keySizeBytes = 32
/** Length of an AES-GCM nonce (NIST SP 800-38D section 8.2). */
export const nonceSizeBytes = 12

/** `sizeBytes` fresh bytes of the platform's random generator: for keys, nonces and salts. */
export function randomBytes(sizeBytes: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(sizeBytes))
}

/** AES-256-GCM with a 32-byte key and a 12-byte nonce; the 16-byte tag comes last. */
export async function aesGcmSeal(key: Bytes, nonce: Bytes, aad: Bytes, plain: Bytes) {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
  const parameters = { name: 'AES-GCM', iv: nonce, additionalData: aad } as const
  return new Uint8Array(await crypto.subtle.encrypt(parameters, imported, plain))
}

/**
 * The plain bytes, or null if the nonce is not 12 bytes long or the tag does not fit key, nonce,
 * AAD and ciphertext.
 */
export async function aesGcmOpen(
  key: Bytes,
  nonce: Bytes,
  aad: Bytes,
  sealed: Bytes,
): Promise<Bytes | null> {
  if (nonce.length !== nonceSizeBytes) return null
  const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
  const parameters = { name: 'AES-GCM', iv: nonce, additionalData: aad } as const
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, imported, sealed))
  } catch {
    return null
  }
}
