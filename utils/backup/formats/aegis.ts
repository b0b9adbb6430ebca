import { toBase32 } from '@/utils/bytes/base32'
import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat } from '../format'
import { collect } from '../read/collect'
import { readStated, type StatedEntry } from '../read/stated-entry'
import { hasMembers, isObject, listOf, looseHex, memberOf, textOf, textsOf } from '../read/values'
import { openAegis } from './aegis-slots'

const id = 'aegis'

/** Aegis, docs/vault.md: plain, or encrypted under any of several password slots. */
export const aegis: BackupFormat = {
  id,
  matches: ({ json }) => hasMembers(json, 'version', 'header', 'db'),
  isEncrypted: ({ json }) => typeof memberOf(json, 'db') === 'string',
  async parse({ json }, access) {
    if (Number(memberOf(json, 'version')) > 1) throw new AppError('file-newer')
    const db = memberOf(json, 'db')
    return await readContent(typeof db === 'string' ? await openAegis(json, access) : db)
  },
}

async function readContent(content: unknown) {
  const entries = memberOf(content, 'entries')
  if (!Array.isArray(entries)) throw new AppError('file-damaged')
  const groupNames = new Map(
    listOf(memberOf(content, 'groups')).map((group) => [
      textOf(memberOf(group, 'uuid')),
      textOf(memberOf(group, 'name')),
    ]),
  )
  return await collect(entries, {
    read: (raw) => readStated(stated(raw, groupNames), { app: id, raw }),
    titleOf: titleOf,
  })
}

function titleOf(raw: unknown): string {
  const parts = [textOf(memberOf(raw, 'issuer')), textOf(memberOf(raw, 'name'))]
  return parts.filter((part) => part !== '').join(': ')
}

function stated(raw: unknown, groupNames: ReadonlyMap<string, string>): StatedEntry {
  const info = memberOf(raw, 'info')
  if (!isObject(raw) || !isObject(info)) throw new AppError('file-damaged')
  const type = textOf(raw['type'])
  // Its own reader takes MD5 for SHA1 where the entry is no mOTP.
  const isMistaken = type !== 'motp' && textOf(info['algo']).toUpperCase() === 'MD5'
  const group = textOf(raw['group'])
  const groups = textsOf(raw['groups']).flatMap((uuid) => groupNames.get(uuid) ?? [])
  return {
    type,
    issuer: textOf(raw['issuer']),
    label: textOf(raw['name']),
    secret: secretOf(type, textOf(info['secret'])),
    algorithm: isMistaken ? 'SHA1' : info['algo'],
    digits: info['digits'],
    period: info['period'],
    counter: info['counter'],
    pin: info['pin'],
    note: textOf(raw['note']),
    tags: group === '' ? groups : [group],
    favorite: raw['favorite'] === true,
  }
}

/** Of mOTP the secret is hexadecimal; everything that is kept here is base32. */
function secretOf(type: string, secret: string): string {
  const bytes = type === 'motp' ? looseHex(secret) : null
  return bytes === null ? secret : toBase32(bytes)
}
