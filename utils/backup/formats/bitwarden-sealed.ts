import type { Bytes } from '@/utils/bytes/bytes'
import { concat } from '@/utils/bytes/concat'
import { toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { aesCbcOpen } from '../crypto/aes-cbc'
import { argon2 } from '../crypto/argon2'
import { hmacSha256, sameBytes } from '../crypto/hmac-sha256'
import { pbkdf2 } from '../crypto/pbkdf2'
import type { FileAccess } from '../format'
import { beforeKey, passwordOf } from '../read/access'
import { opened, openedJson } from '../read/opened-text'
import { bytesOfBase64, memberOf, numberOf, textOf } from '../read/values'

/** Keys for AES-CBC and HMAC, 32 bytes each. */
interface Keys {
  readonly enc: Bytes
  readonly mac: Bytes
}

/** "2.iv|ciphertext|mac", each base64: type 2 of Bitwarden's EncString. */
interface Sealed {
  readonly iv: Bytes
  readonly bytes: Bytes
  readonly mac: Bytes
}

/**
 * The vault in a password-protected export. A constant beside it tells a wrong password from
 * damage. Throws `password-empty`, `password-wrong`, `file-damaged`, `kdf-refused`, `kdf-failed`.
 */
export async function openBitwarden(json: unknown, access: FileAccess): Promise<unknown> {
  const validation = sealedOf(memberOf(json, 'encKeyValidation_DO_NOT_EDIT'))
  const data = sealedOf(memberOf(json, 'data'))
  const key = await deriveKey(json, access)
  const keys = { enc: await expand(key, 'enc'), mac: await expand(key, 'mac') }
  if (!(await isAuthentic(validation, keys))) throw new AppError('password-wrong')
  if (!(await isAuthentic(data, keys))) throw new AppError('file-damaged')
  return openedJson(opened(await aesCbcOpen(keys.enc, data.iv, data.bytes), 'file-damaged'))
}

async function deriveKey(json: unknown, access: FileAccess): Promise<Bytes> {
  // The text of the base64 is the salt, not the bytes it stands for.
  const salt = toUtf8(textOf(memberOf(json, 'salt')))
  const iterations = numberOf(memberOf(json, 'kdfIterations'))
  const password = passwordOf(access)
  switch (memberOf(json, 'kdfType')) {
    case 0:
      beforeKey(access)
      return await pbkdf2('SHA-256', password, salt, iterations)
    case 1: {
      const m = 1024 * numberOf(memberOf(json, 'kdfMemory') ?? 64)
      const p = numberOf(memberOf(json, 'kdfParallelism') ?? 4)
      const hashed = new Uint8Array(await crypto.subtle.digest('SHA-256', salt))
      beforeKey(access, m)
      const cost = { m, t: iterations, p }
      return await argon2({ variant: 'argon2id', password, salt: hashed, ...cost, sizeBytes: 32 })
    }
    default:
      throw new AppError('file-newer', 'unknown key derivation')
  }
}

/** The first block of HKDF-Expand with SHA-256 (RFC 5869 section 2.3). */
async function expand(key: Bytes, info: string): Promise<Bytes> {
  return await hmacSha256(key, concat(toUtf8(info), Uint8Array.of(1)))
}

function sealedOf(text: unknown): Sealed {
  const parts = /^2\.([^|]*)\|([^|]*)\|([^|]*)$/.exec(textOf(text))
  if (parts === null) throw new AppError('file-damaged')
  const [, iv, bytes, mac] = parts
  return { iv: bytesOfBase64(iv), bytes: bytesOfBase64(bytes), mac: bytesOfBase64(mac) }
}

async function isAuthentic({ iv, bytes, mac }: Sealed, keys: Keys): Promise<boolean> {
  return sameBytes(await hmacSha256(keys.mac, concat(iv, bytes)), mac)
}
