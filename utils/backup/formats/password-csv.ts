import type { BackupFormat } from '../format'
import { collect } from '../read/collect'
import { readCsv } from '../read/csv'
import { readOtpText } from '../read/otp-text'
import { decodeEntities } from '../read/xml'

const id = 'csv'

/** Names of columns by what they hold, as password managers spell them; the first one there counts. */
const columns = {
  code: ['login_totp', 'totp', 'otpauth', 'otp', 'otpurl', 'totpauth', '2fa', 'totpsecret'],
  title: ['name', 'title', 'issuer', 'service'],
  user: ['login_username', 'username', 'account', 'user', 'login', 'email'],
  note: ['notes', 'note', 'extra'],
  group: ['folder', 'group', 'collections', 'grouping'],
} as const

type Read = ReturnType<typeof readOtpText>
type Column = keyof typeof columns
type Places = Readonly<Record<Column, number>>

/**
 * Bitwarden's CSV, and that of any password manager with a column for one-time passwords. Rows may
 * be longer than the header: Bitwarden Authenticator's are.
 */
export const passwordCsv: BackupFormat = {
  id,
  matches: ({ text, json }) =>
    text !== null && json === undefined && placesOf(headerOf(text)).code >= 0,
  isEncrypted: () => false,
  async parse({ text }) {
    const [header = [], ...rows] = readCsv(text ?? '')
    const places = placesOf(header)
    return await collect(rows, {
      read: (row) => {
        const isLonger = row.length > header.length
        const read = readRow(isLonger ? mended(row, places) : row, places)
        return isLonger ? read.map(unescaped) : read
      },
      titleOf: (row) => row[places.title] ?? '',
    })
  },
}

/** A line longer than this is no header. */
const longestHeader = 4096

function headerOf(text: string): readonly string[] {
  const start = text.slice(0, longestHeader).trimStart()
  const end = start.search(/[\r\n]/)
  return end < 0 ? [] : (readCsv(start.slice(0, end))[0] ?? [])
}

function placesOf(header: readonly string[]): Places {
  const names = header.map((name) => name.trim().toLowerCase())
  const placeOf = (column: Column) => {
    const name = columns[column].find((spelling) => names.includes(spelling))
    return name === undefined ? -1 : names.indexOf(name)
  }
  return {
    code: placeOf('code'),
    title: placeOf('title'),
    user: placeOf('user'),
    note: placeOf('note'),
    group: placeOf('group'),
  }
}

/**
 * A row of Bitwarden Authenticator, which quotes nothing: commas in a name push the code to the
 * right. Where the code stands the name can be told again.
 */
function mended(row: readonly string[], { code, title }: Places): readonly string[] {
  const at = row.findIndex((cell) => /^\s*(?:otpauth|steam):/i.test(cell))
  if (at <= code || title < 0 || title > code) return row
  const end = title + at - code + 1
  return [...row.slice(0, title), row.slice(title, end).join(','), ...row.slice(end)]
}

/** It writes names into its links as HTML would have them. */
function unescaped(entry: Read): Read {
  if (!('parameters' in entry)) return entry
  return { ...entry, issuer: decodeEntities(entry.issuer), label: decodeEntities(entry.label) }
}

/** Nothing for rows without a one-time password. */
function readRow(row: readonly string[], places: Places): readonly Read[] {
  const cell = (column: Column) => row[places[column]] ?? ''
  const code = cell('code')
  if (code.trim() === '') return []
  const group = cell('group')
  const around = {
    issuer: cell('title'),
    label: cell('user'),
    note: cell('note'),
    tags: group === '' ? [] : [group],
  }
  return [readOtpText(code, around, { app: id, raw: { name: around.issuer, code } })]
}
