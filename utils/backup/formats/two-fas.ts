import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat } from '../format'
import { collect } from '../read/collect'
import { readStated, type StatedEntry } from '../read/stated-entry'
import { isObject, listOf, memberOf, momentOf, numberOf, textOf } from '../read/values'
import { openServices } from './two-fas-sealed'

const id = '2fas'
const newestSchema = 4

/** 2FAS Authenticator, schemas 1 to 4. Encrypted files hold an empty list of services too. */
export const twoFas: BackupFormat = {
  id,
  matches: ({ json }) => typeof memberOf(json, 'schemaVersion') === 'number',
  isEncrypted: ({ json }) => isSealed(json),
  async parse({ json }, access) {
    if (numberOf(memberOf(json, 'schemaVersion')) > newestSchema) throw new AppError('file-newer')
    const services = isSealed(json) ? await openServices(json, access) : memberOf(json, 'services')
    if (!Array.isArray(services)) throw new AppError('file-damaged')
    const groups = groupNamesOf(memberOf(json, 'groups'))
    return await collect(services, {
      read: (raw) => readStated(stated(raw, groups), { app: id, raw }),
      titleOf: (raw) => textOf(memberOf(raw, 'name')),
    })
  },
}

function isSealed(json: unknown): boolean {
  const sealed = memberOf(json, 'servicesEncrypted')
  return typeof sealed === 'string' && sealed !== ''
}

function groupNamesOf(groups: unknown): ReadonlyMap<string, string> {
  const named = listOf(groups).map((group) => [
    textOf(memberOf(group, 'id')).toLowerCase(),
    textOf(memberOf(group, 'name')),
  ])
  return new Map(named as [string, string][])
}

function stated(raw: unknown, groups: ReadonlyMap<string, string>): StatedEntry {
  const otp = memberOf(raw, 'otp')
  if (!isObject(raw)) throw new AppError('file-damaged')
  const of = (name: string) => memberOf(otp, name)
  const [issuer, name] = [textOf(of('issuer')), textOf(raw['name'])]
  const group = groups.get(textOf(raw['groupId']).toLowerCase())
  return {
    // Before schema 3 everything was TOTP.
    type: textOf(of('tokenType')) || 'totp',
    issuer: issuer || name,
    // What its user called it, where that is something else.
    note: issuer === '' || name === issuer ? '' : name,
    label: textOf(of('account')) || textOf(of('label')),
    // Never out of the link: there it may read [hidden].
    secret: textOf(raw['secret']),
    algorithm: of('algorithm'),
    digits: of('digits'),
    period: of('period'),
    counter: of('counter'),
    tags: group === undefined || group === '' ? [] : [group],
    updatedAtMs: momentOf(raw['updatedAt']),
  }
}
