import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { aesGcmOpen } from '@/utils/vault/aes-gcm'
import { aesCbcOpen } from '../crypto/aes-cbc'
import { argon2 } from '../crypto/argon2'
import { pbkdf2 } from '../crypto/pbkdf2'
import type { FileAccess } from '../format'
import { jsonOf } from '../import-file'
import { beforeKey, passwordOf } from '../read/access'
import { opened, openedJson } from '../read/opened-text'

const magicSizeBytes = 16
const strongMagic = 'AUTHENTICATORPRO'
const legacyMagic = 'AuthenticatorPro'
const noAad = new Uint8Array(0)
const cost = { m: 65_536, t: 3, p: 4 }
const legacyIterations = 64_000

/** Whether the file begins with one of the two magic words. */
export function isStratumSealed(bytes: Bytes): boolean {
  return [strongMagic, legacyMagic].includes(magicOf(bytes))
}

/**
 * The content of a sealed file. Throws `password-empty`, `password-or-file`, `file-damaged`,
 * `kdf-failed`.
 */
export async function openStratum(bytes: Bytes, access: FileAccess): Promise<unknown> {
  const body = bytes.slice(magicSizeBytes)
  const isStrong = magicOf(bytes) === strongMagic
  return await (isStrong ? openStrong(body, access) : openLegacy(body, access))
}

/** Salt of 16 bytes, nonce of 12, ciphertext and tag. */
async function openStrong(body: Bytes, access: FileAccess): Promise<unknown> {
  if (body.length < 16 + 12 + 16) throw new AppError('file-damaged')
  const password = passwordOf(access)
  const salt = body.slice(0, 16)
  beforeKey(access, cost.m)
  const key = await argon2({ variant: 'argon2id', password, salt, ...cost, sizeBytes: 32 })
  const plain = await aesGcmOpen(key, body.slice(16, 28), noAad, body.slice(28))
  return openedJson(opened(plain, 'password-or-file'))
}

/** Salt of 20 bytes, IV of 16, ciphertext without a tag: what it gives has to be JSON. */
async function openLegacy(body: Bytes, access: FileAccess): Promise<unknown> {
  const sealed = body.slice(36)
  if (sealed.length === 0 || sealed.length % 16 !== 0) throw new AppError('file-damaged')
  const password = passwordOf(access)
  beforeKey(access)
  const key = await pbkdf2('SHA-1', password, body.slice(0, 20), legacyIterations)
  const plain = opened(await aesCbcOpen(key, body.slice(20, 36), sealed), 'password-or-file')
  const json = jsonOf(new TextDecoder().decode(plain))
  if (json === undefined) throw new AppError('password-or-file')
  return json
}

function magicOf(bytes: Bytes): string {
  return String.fromCharCode(...bytes.subarray(0, magicSizeBytes))
}
