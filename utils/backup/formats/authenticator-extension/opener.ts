import { toBase64 } from '@/utils/bytes/base64'
import type { Bytes } from '@/utils/bytes/bytes'
import { toHex } from '@/utils/bytes/hex'
import { toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { parseJson } from '@/utils/vault/json'
import { argon2 } from '../../crypto/argon2'
import { fitsPhc } from '../../crypto/phc'
import { openSalted, openSaltedText } from '../../crypto/salted'
import type { FileAccess } from '../../format'
import { beforeKey, passwordOf, stopIfCancelled } from '../../read/access'
import { isObject, type JsonObject, memberOf, textOf } from '../../read/values'

/** Opens the sealed entries of one file. */
export interface Opener {
  /** Whether the password was checked; the oldest files have nothing to check it against. */
  readonly isVerified: boolean
  /** The entry in the clear. Throws `file-damaged`, `password-wrong`. */
  open(record: JsonObject): Promise<JsonObject>
}

/** What the third generation derives its passphrases with. */
const cost = { m: 19_456, t: 2, p: 1 }
/** Each costs two derivations. */
const maxKeys = 8

/** Whether an entry is encrypted, as a whole or its secret. */
export function isSealedRecord(record: JsonObject): boolean {
  return record['dataType'] === 'EncOTPStorage' || record['encrypted'] === true
}

/**
 * Works out the passphrases of a file. Throws `password-empty`, `password-wrong`,
 * `password-or-file`, `file-damaged`, `kdf-refused`, `kdf-failed`.
 */
export async function createOpener(json: unknown, access: FileAccess): Promise<Opener> {
  const password = passwordOf(access)
  const keys = await deriveKeys(json, password, access)
  const root = await rootPassphrase(json, password, access)
  return {
    isVerified: keys.size > 0 || root !== null,
    async open(record) {
      stopIfCancelled(access)
      const keyId = textOf(record['keyId'])
      const passphrase = keyId === '' ? (root ?? password) : keys.get(keyId)
      // A key of another password.
      if (passphrase === undefined) throw new AppError('password-wrong')
      return await openRecord(record, passphrase)
    },
  }
}

async function openRecord(record: JsonObject, passphrase: Bytes): Promise<JsonObject> {
  const isWhole = record['dataType'] === 'EncOTPStorage'
  const text = await openSaltedText(textOf(record[isWhole ? 'data' : 'secret']), passphrase)
  if (text === null || text === '') throw new AppError('file-damaged')
  if (!isWhole) return { ...record, secret: text }
  const content = parseJson(text, 'file-damaged')
  if (!isObject(content)) throw new AppError('file-damaged')
  return content
}

/**
 * Third generation: the passphrase is the unpadded base64 text of an Argon2id hash, itself hashed
 * beside it.
 */
async function deriveKeys(
  json: unknown,
  password: Bytes,
  access: FileAccess,
): Promise<ReadonlyMap<string, Bytes>> {
  const records = isObject(json) ? Object.values(json) : []
  const keys = records.filter((record) => memberOf(record, 'dataType') === 'Key')
  if (keys.length > maxKeys) throw new AppError('kdf-refused', 'too many keys')
  const passphrases = new Map<string, Bytes>()
  for (const key of keys) {
    beforeKey(access, cost.m)
    const salt = toUtf8(textOf(memberOf(key, 'salt')))
    const hash = await argon2({ variant: 'argon2id', password, salt, ...cost, sizeBytes: 32 })
    const passphrase = toUtf8(toBase64(hash).replace(/=+$/, ''))
    if (await fitsPhc(textOf(memberOf(key, 'hash')), passphrase)) {
      passphrases.set(textOf(memberOf(key, 'id')), passphrase)
    }
  }
  if (keys.length > 0 && passphrases.size === 0) throw new AppError('password-wrong')
  return passphrases
}

/**
 * Second generation: the passphrase is the hexadecimal text of what the password opens; by a bug
 * its members lie in the root of some files. Null where there is none.
 */
async function rootPassphrase(json: unknown, password: Bytes, access: FileAccess) {
  const inside = memberOf(json, 'key')
  const holder = isObject(inside) ? inside : json
  const enc = memberOf(holder, 'enc')
  if (typeof enc !== 'string') return null
  beforeKey(access)
  const plain = await openSalted(enc, password)
  const hash = textOf(memberOf(holder, 'hash'))
  // Without a tag a wrong password may open it by chance, and then gives another text.
  if (plain === null) throw new AppError(hash === '' ? 'password-or-file' : 'password-wrong')
  const passphrase = toUtf8(toHex(plain))
  if (hash !== '' && !(await fitsPhc(hash, passphrase))) throw new AppError('password-wrong')
  return passphrase
}
