import type { Bytes } from '@/utils/bytes/bytes'
import { toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { aesGcmOpen } from '@/utils/vault/aes-gcm'
import { parseJson } from '@/utils/vault/json'
import { longestSaltBytes } from '../crypto/kdf-gates'
import { type HashName, pbkdf2 } from '../crypto/pbkdf2'
import type { BackupFormat, FileAccess } from '../format'
import { beforeKey, beforeReading, passwordOf } from '../read/access'
import { collect } from '../read/collect'
import { isJavaStream, readJavaMap } from '../read/java-map'
import { opened } from '../read/opened-text'
import { bytesOfSigned, memberOf, numberOf, textOf } from '../read/values'
import { readToken } from './free-otp-token'

const hashes: ReadonlyMap<string, HashName> = new Map([
  ['PBKDF2withHmacSHA1', 'SHA-1'],
  ['PBKDF2withHmacSHA256', 'SHA-256'],
  ['PBKDF2withHmacSHA512', 'SHA-512'],
])
const masterName = 'masterKey'
const tokenSuffix = '-token'

/** FreeOTP 2: a Java map of texts, each secret sealed under a master key. */
export const freeOtp2: BackupFormat = {
  id: 'freeotp-2',
  matches: ({ bytes }) => isJavaStream(bytes),
  isEncrypted: () => true,
  async parse({ bytes }, access) {
    const map = readJavaMap(bytes)
    const masterKey = await openMasterKey(map.get(masterName), access)
    beforeReading(access)
    const names = [...map.keys()].filter((name) => name.endsWith(tokenSuffix))
    return await collect(names, {
      read: async (name) => {
        const sealed = parseJson(map.get(name.slice(0, -tokenSuffix.length)) ?? '', 'file-damaged')
        const key = parseJson(textOf(memberOf(sealed, 'key')), 'file-damaged')
        const secret = opened(await openKey(key, masterKey), 'file-damaged')
        return readToken(parseJson(map.get(name) ?? '', 'file-damaged'), secret, 'freeotp-2')
      },
      titleOf: (name) => titleOf(map.get(name) ?? ''),
    })
  },
}

function titleOf(token: string): string {
  try {
    const raw = parseJson(token, 'file-damaged')
    return textOf(memberOf(raw, 'issuerExt')) || textOf(memberOf(raw, 'label'))
  } catch {
    return ''
  }
}

async function openMasterKey(text: string | undefined, access: FileAccess): Promise<Bytes> {
  const master = parseJson(text ?? '', 'file-damaged')
  const hash = hashes.get(textOf(memberOf(master, 'mAlgorithm')))
  const salt = bytesOfSigned(memberOf(master, 'mSalt'))
  if (hash === undefined || salt.length > longestSaltBytes) throw new AppError('kdf-refused')
  const password = passwordOf(access)
  beforeKey(access)
  const key = await pbkdf2(hash, password, salt, numberOf(memberOf(master, 'mIterations')))
  const masterKey = opened(await openKey(memberOf(master, 'mEncryptedKey'), key), 'password-wrong')
  if (masterKey.length !== 32) throw new AppError('file-damaged', 'master key ill-shaped')
  return masterKey
}

async function openKey(sealed: unknown, key: Bytes): Promise<Bytes | null> {
  const aad = toUtf8(textOf(memberOf(sealed, 'mToken')))
  const nonce = nonceOf(bytesOfSigned(memberOf(sealed, 'mParameters')))
  return await aesGcmOpen(key, nonce, aad, bytesOfSigned(memberOf(sealed, 'mCipherText')))
}

/** DER: an OCTET STRING of 12 bytes, bare or the first in a SEQUENCE. */
function nonceOf(der: Bytes): Bytes {
  const start = der[0] === 0x30 ? 2 : 0
  if (der[start] !== 0x04 || der[start + 1] !== 12 || der.length < start + 14) {
    throw new AppError('file-damaged', 'no nonce')
  }
  return der.slice(start + 2, start + 14)
}
