import { fromBase32, toBase32 } from '@/utils/bytes/base32'
import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat } from '../format'
import type { ParsedBackup } from '../parsed-backup'
import { collect } from '../read/collect'
import { readStated, type StatedEntry } from '../read/stated-entry'
import { isObject, listOf, looseHex, memberOf, textOf, textsOf } from '../read/values'
import { couldBeAndOtp, openAndOtp } from './and-otp-sealed'

const id = 'andotp'

/** andOTP's plain JSON: an array of entries. */
export const andOtp: BackupFormat = {
  id,
  matches: ({ json }) =>
    listOf(json).some(
      (entry) =>
        typeof memberOf(entry, 'label') === 'string' &&
        typeof memberOf(entry, 'secret') === 'string' &&
        (memberOf(entry, 'thumbnail') !== undefined || Array.isArray(memberOf(entry, 'tags'))),
    ),
  isEncrypted: () => false,
  parse: ({ json }) => readEntries(json),
}

/** andOTP's encrypted file, which nothing marks: the last thing that bytes may be. */
export const andOtpSealed: BackupFormat = {
  id: 'andotp-sealed',
  matches: ({ bytes, text }) => text === null && couldBeAndOtp(bytes),
  isEncrypted: () => true,
  parse: async ({ bytes }, access) => await readEntries(await openAndOtp(bytes, access)),
}

async function readEntries(json: unknown): Promise<ParsedBackup> {
  if (!Array.isArray(json)) throw new AppError('file-damaged')
  return await collect(json, {
    read: (raw) => readStated(stated(raw), { app: id, raw }),
    titleOf: (raw) => textOf(memberOf(raw, 'label')),
  })
}

function stated(raw: unknown): StatedEntry {
  if (!isObject(raw)) throw new AppError('file-damaged')
  const type = textOf(raw['type']) || 'totp'
  const secret = textOf(raw['secret'])
  return {
    type,
    issuer: textOf(raw['issuer']),
    label: textOf(raw['label']),
    secret: type.toLowerCase() === 'motp' ? ofHexText(secret) : secret,
    algorithm: raw['algorithm'],
    digits: raw['digits'],
    period: raw['period'],
    counter: raw['counter'],
    pin: raw['pin'],
    tags: textsOf(raw['tags']),
  }
}

/** Of mOTP it is base32 of the text of hexadecimal digits. */
function ofHexText(secret: string): string {
  const bytes = looseHex(new TextDecoder().decode(fromBase32(secret)))
  return bytes === null ? secret : toBase32(bytes)
}
