import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat } from '../../format'
import type { ParsedBackup } from '../../parsed-backup'
import { collect } from '../../read/collect'
import { hasMembers, isObject, type JsonObject, memberOf, textOf } from '../../read/values'
import { createOpener, isSealedRecord, type Opener } from './opener'
import { readRecord } from './record'

const dataTypes = ['OTPStorage', 'EncOTPStorage', 'Key']

/**
 * Authenticator, the browser extension: one object with an entry a member. Files are a mix of plain
 * entries and four generations of encryption; entries that do not open are problems, never nothing.
 */
export const authenticatorExtension: BackupFormat = {
  id: 'authenticator-extension',
  matches: ({ json }) => isObject(json) && Object.values(json).some(isRecord),
  isEncrypted: ({ json }) => recordsOf(json).some(isSealedRecord),
  async parse({ json }, access) {
    const records = recordsOf(json)
    const opener = records.some(isSealedRecord) ? await createOpener(json, access) : null
    const read = await collect(records, {
      read: async (record) => readRecord(await opened(record, opener)),
      titleOf: (record) => textOf(record['issuer']) || textOf(record['account']),
    })
    if (opener !== null && !opener.isVerified && isAllWrong(records, read)) {
      throw new AppError('password-or-file')
    }
    return read
  },
}

function isRecord(value: unknown): boolean {
  const dataType = textOf(memberOf(value, 'dataType'))
  return dataTypes.includes(dataType) || hasMembers(value, 'encrypted', 'hash', 'type')
}

/** The entries, those that lack members too, without the keys that lie between them. */
function recordsOf(json: unknown): readonly JsonObject[] {
  if (!isObject(json)) return []
  return Object.entries(json)
    .filter(([name, value]) => isRecord(value) || (!/^key$/i.test(name) && holdsSecret(value)))
    .map(([, value]) => value)
    .filter(isObject)
    .filter((record) => record['dataType'] !== 'Key')
}

function holdsSecret(value: unknown): boolean {
  return hasMembers(value, 'secret') || hasMembers(value, 'data')
}

async function opened(record: JsonObject, opener: Opener | null): Promise<JsonObject> {
  return opener !== null && isSealedRecord(record) ? await opener.open(record) : record
}

/** The oldest encryption has no tag: a wrong password shows as entries none of which can be read. */
function isAllWrong(records: readonly JsonObject[], { problems }: ParsedBackup): boolean {
  return problems.length >= records.filter(isSealedRecord).length
}
