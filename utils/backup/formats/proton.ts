import { toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { aesGcmOpen } from '@/utils/vault/aes-gcm'
import { argon2 } from '../crypto/argon2'
import type { BackupFormat, FileAccess } from '../format'
import { beforeKey, passwordOf } from '../read/access'
import { collect } from '../read/collect'
import { opened, openedJson } from '../read/opened-text'
import { readOtpText } from '../read/otp-text'
import {
  bytesOfBase64,
  hasMembers,
  isObject,
  listOf,
  memberOf,
  numberOf,
  textOf,
} from '../read/values'

const id = 'proton'
const aad = toUtf8('proton.authenticator.export.v1')
const cost = { m: 19_456, t: 2, p: 1 }
const nonceSizeBytes = 12

/** Proton Authenticator, plain or encrypted. */
export const proton: BackupFormat = {
  id,
  matches: ({ json }) => isSealed(json) || isPlain(json),
  isEncrypted: ({ json }) => isSealed(json),
  async parse({ json }, access) {
    const content = isSealed(json) ? await open(json, access) : json
    if (numberOf(memberOf(content, 'version')) > 1) throw new AppError('file-newer')
    const entries = memberOf(content, 'entries')
    if (!Array.isArray(entries)) throw new AppError('file-damaged')
    return await collect(entries, {
      read: readEntry,
      titleOf: (raw) => textOf(memberOf(memberOf(raw, 'content'), 'name')),
    })
  },
}

function isSealed(json: unknown): boolean {
  return hasMembers(json, 'version', 'salt', 'content') && !hasMembers(json, 'entries')
}

function isPlain(json: unknown): boolean {
  const entries = listOf(memberOf(json, 'entries'))
  const isOurs = (entry: unknown) => isObject(memberOf(entry, 'content'))
  const isLikely = entries.length === 0 || entries.some(isOurs)
  return hasMembers(json, 'version', 'entries') && isLikely && isObject(json)
}

async function open(json: unknown, access: FileAccess): Promise<unknown> {
  if (numberOf(memberOf(json, 'version')) > 1) throw new AppError('file-newer')
  const salt = bytesOfBase64(memberOf(json, 'salt'))
  const sealed = bytesOfBase64(memberOf(json, 'content'))
  if (sealed.length < nonceSizeBytes + 16) throw new AppError('file-damaged')
  const password = passwordOf(access)
  beforeKey(access, cost.m)
  const key = await argon2({ variant: 'argon2id', password, salt, ...cost, sizeBytes: 32 })
  const nonce = sealed.slice(0, nonceSizeBytes)
  const plain = await aesGcmOpen(key, nonce, aad, sealed.slice(nonceSizeBytes))
  return openedJson(opened(plain, 'password-or-file'))
}

function readEntry(raw: unknown) {
  const content = memberOf(raw, 'content')
  const isSteam = textOf(memberOf(content, 'entry_type')).toLowerCase() === 'steam'
  const name = textOf(memberOf(content, 'name'))
  return readOtpText(
    textOf(memberOf(content, 'uri')),
    {
      issuer: isSteam ? name || 'Steam' : '',
      label: isSteam ? '' : name,
      note: textOf(memberOf(raw, 'note')),
    },
    { app: id, raw },
  )
}
