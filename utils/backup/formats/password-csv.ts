import type { BackupFormat } from '../format'
import { collect } from '../read/collect'
import { readCsv } from '../read/csv'
import { readOtpText } from '../read/otp-text'

const id = 'csv'

/** Names of columns by what they hold, as password managers spell them; the first one there counts. */
const columns = {
  code: ['login_totp', 'totp', 'otpauth', 'otp', 'otpurl', 'totpauth', '2fa', 'totpsecret'],
  title: ['name', 'title', 'issuer', 'service'],
  user: ['login_username', 'username', 'account', 'user', 'login', 'email'],
  note: ['notes', 'note', 'extra'],
  group: ['folder', 'group', 'collections', 'grouping'],
} as const

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
      read: (row) => readRow(row, places),
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

/** Nothing for rows without a one-time password. */
function readRow(row: readonly string[], places: Places) {
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
  return readOtpText(code, around, { app: id, raw: { name: around.issuer, code } })
}
