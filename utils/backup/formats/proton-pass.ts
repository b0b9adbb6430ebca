import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat } from '../format'
import type { ImportedEntry, ParsedBackup, UnsupportedEntry } from '../parsed-backup'
import { collect } from '../read/collect'
import { openedJson } from '../read/opened-text'
import { readOtpText } from '../read/otp-text'
import { hasMembers, isObject, listOf, memberOf, textOf } from '../read/values'
import { zipFormat } from './zip-format'

const id = 'proton-pass'
const trashedState = 2

/** One code of an item. */
interface Code {
  readonly text: string
  readonly title: string
  readonly user: string
  readonly note: string
  readonly vault: string
  readonly trashed: boolean
}

/** Proton Pass' zip. */
export const protonPass: BackupFormat = zipFormat({
  id,
  isMember: (name) => name === 'Proton Pass/data.json',
  read: (content: Bytes) => read(openedJson(content)),
})

/** The JSON out of that zip. */
export const protonPassJson: BackupFormat = {
  id: 'proton-pass-json',
  matches: ({ json }) => hasMembers(json, 'vaults') && isObject(memberOf(json, 'vaults')),
  isEncrypted: () => false,
  parse: ({ json }) => read(json),
}

async function read(json: unknown): Promise<ParsedBackup> {
  const vaults = memberOf(json, 'vaults')
  if (!isObject(vaults)) throw new AppError('file-damaged')
  const codes = Object.values(vaults).flatMap((vault) =>
    listOf(memberOf(vault, 'items')).flatMap((item) =>
      codesOf(item, textOf(memberOf(vault, 'name'))),
    ),
  )
  return await collect(codes, { read: readCode, titleOf: ({ title }) => title })
}

/** The item's own one-time password, then those in fields that the user added. */
function codesOf(item: unknown, vault: string): readonly Code[] {
  const data = memberOf(item, 'data')
  const metadata = memberOf(data, 'metadata')
  const content = memberOf(data, 'content')
  const fields = listOf(memberOf(data, 'extraFields')).map((field) => memberOf(field, 'data'))
  const texts = [content, ...fields].map((holder) => textOf(memberOf(holder, 'totpUri')))
  const around = {
    title: textOf(memberOf(metadata, 'name')),
    user: textOf(memberOf(content, 'itemUsername')) || textOf(memberOf(content, 'itemEmail')),
    note: textOf(memberOf(metadata, 'note')),
    vault,
    trashed: memberOf(item, 'state') === trashedState,
  }
  return texts.filter((text) => text.trim() !== '').map((text) => ({ ...around, text }))
}

function readCode(code: Code): ImportedEntry | UnsupportedEntry {
  const { text, title, user, note, vault, trashed } = code
  const tags = vault === '' ? [] : [vault]
  const around = { issuer: title, label: user, note, tags, trashed }
  return readOtpText(text, around, { app: id, raw: { title, totp: text } })
}
