import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat } from '../format'
import type { ParsedBackup } from '../parsed-backup'
import { collect } from '../read/collect'
import { openedJson } from '../read/opened-text'
import { readStated, type StatedEntry } from '../read/stated-entry'
import { hasMembers, isObject, listOf, memberOf, textOf } from '../read/values'
import { zipFormat } from './zip-format'

const id = 'raivo'
const member = 'raivo-otp-export.json'

/** Raivo's JSON: an array of entries, all values texts. */
export const raivo: BackupFormat = {
  id,
  matches: ({ json }) => listOf(json).some((entry) => hasMembers(entry, 'kind', 'timer')),
  isEncrypted: () => false,
  parse: ({ json }) => readEntries(json),
}

/** The same as the app exports it, in a zip under a password. */
export const raivoZip: BackupFormat = zipFormat({
  id: 'raivo-zip',
  isMember: (name) => name.endsWith(member),
  read: (bytes) => readEntries(openedJson(bytes)),
})

async function readEntries(json: unknown): Promise<ParsedBackup> {
  if (!Array.isArray(json)) throw new AppError('file-damaged')
  return await collect(json, {
    read: (raw) => readStated(stated(raw), { app: id, raw }),
    titleOf: (raw) => textOf(memberOf(raw, 'issuer')),
  })
}

function stated(raw: unknown): StatedEntry {
  if (!isObject(raw)) throw new AppError('file-damaged')
  const type = textOf(raw['kind'])
  const isHotp = type.toLowerCase() === 'hotp'
  return {
    type,
    issuer: textOf(raw['issuer']),
    label: textOf(raw['account']),
    secret: textOf(raw['secret']),
    algorithm: raw['algorithm'],
    digits: raw['digits'],
    period: isHotp ? undefined : raw['timer'],
    counter: isHotp ? raw['counter'] : undefined,
    favorite: ['true', '1'].includes(textOf(raw['pinned'])) || raw['pinned'] === true,
  }
}
