import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { aesGcmOpen } from '@/utils/vault/aes-gcm'
import { looksEncrypted } from '../crypto/looks-encrypted'
import { pbkdf2 } from '../crypto/pbkdf2'
import type { FileAccess } from '../format'
import { beforeKey, passwordOf } from '../read/access'
import { openedJson } from '../read/opened-text'

const noAad = new Uint8Array(0)
/** Nonce, an empty array under it and a tag. */
const leastSizeBytes = 44
/** What the app wrote lies between 140,000 and 160,000. */
const mostIterations = 10_000_000

/** Whether bytes may be such a file: long enough, and encrypted as far as one can see. */
export function couldBeAndOtp(bytes: Bytes): boolean {
  return bytes.length >= leastSizeBytes && looksEncrypted(bytes)
}

/**
 * The entries in an encrypted file: the newer form with PBKDF2 where its first word can be a number
 * of rounds, then the older one with a bare SHA-256. Throws `password-empty`, `password-or-file`.
 */
export async function openAndOtp(bytes: Bytes, access: FileAccess): Promise<unknown> {
  const password = passwordOf(access)
  const iterations = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  if (iterations >= 1 && iterations <= mostIterations) {
    beforeKey(access)
    const key = await pbkdf2('SHA-1', password, bytes.slice(4, 16), iterations)
    const plain = await aesGcmOpen(key, bytes.slice(16, 28), noAad, bytes.slice(28))
    if (plain !== null) return openedJson(plain)
  }
  const key = new Uint8Array(await crypto.subtle.digest('SHA-256', password))
  const plain = await aesGcmOpen(key, bytes.slice(0, 12), noAad, bytes.slice(12))
  if (plain === null) throw new AppError('password-or-file')
  return openedJson(plain)
}
