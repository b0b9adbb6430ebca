import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { aesGcmOpen } from '@/utils/vault/aes-gcm'
import { longestSaltBytes } from '../crypto/kdf-gates'
import { pbkdf2 } from '../crypto/pbkdf2'
import type { FileAccess } from '../format'
import { beforeKey, passwordOf } from '../read/access'
import { openedJson } from '../read/opened-text'
import { bytesOfBase64, memberOf } from '../read/values'

const iterations = 10_000
const noAad = new Uint8Array(0)

/** Three base64 parts between colons. */
interface Sealed {
  /** Ciphertext, then tag. */
  readonly bytes: Bytes
  readonly salt: Bytes
  readonly nonce: Bytes
}

/**
 * The services of an encrypted file. Beside them lies a constant under the same password: it tells
 * a wrong one from damage. Throws `password-empty`, `password-wrong`, `password-or-file`,
 * `file-damaged`, `kdf-refused`.
 */
export async function openServices(json: unknown, access: FileAccess): Promise<unknown> {
  const services = sealedOf(memberOf(json, 'servicesEncrypted'))
  const password = passwordOf(access)
  beforeKey(access)
  const plain = await open(services, password)
  if (plain !== null) return openedJson(plain)
  const reference = memberOf(json, 'reference')
  if (typeof reference !== 'string') throw new AppError('password-or-file')
  const isPasswordRight = (await open(sealedOf(reference), password)) !== null
  throw new AppError(isPasswordRight ? 'file-damaged' : 'password-wrong')
}

function sealedOf(text: unknown): Sealed {
  const parts = typeof text === 'string' ? text.split(':') : []
  const [bytes, salt, nonce] = parts.map(bytesOfBase64)
  if (parts.length !== 3 || !bytes || !salt || !nonce || nonce.length !== 12) {
    throw new AppError('file-damaged')
  }
  if (salt.length > longestSaltBytes) throw new AppError('kdf-refused')
  return { bytes, salt, nonce }
}

async function open({ bytes, salt, nonce }: Sealed, password: Bytes): Promise<Bytes | null> {
  const key = await pbkdf2('SHA-256', password, salt, iterations)
  return await aesGcmOpen(key, nonce, noAad, bytes)
}
