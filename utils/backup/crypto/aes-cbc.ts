import type { Bytes } from '@/utils/bytes/bytes'

const blockSizeBytes = 16

/**
 * The plain bytes of AES-CBC with PKCS #7 padding (NIST SP 800-38A section 6.2), null where the
 * padding does not fit: the mode has no tag, so a wrong key is found by chance or by what it gives.
 */
export async function aesCbcOpen(key: Bytes, iv: Bytes, sealed: Bytes): Promise<Bytes | null> {
  const isWhole = sealed.length > 0 && sealed.length % blockSizeBytes === 0
  if (!isWhole || iv.length !== blockSizeBytes) return null
  const imported = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt'])
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, imported, sealed)
    return new Uint8Array(plain)
  } catch {
    return null
  }
}
