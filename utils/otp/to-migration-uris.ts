import { fromBase32 } from '@/utils/bytes/base32'
import { toBase64 } from '@/utils/bytes/base64'
import type { Bytes } from '@/utils/bytes/bytes'
import { concat } from '@/utils/bytes/concat'
import { toUtf8 } from '@/utils/bytes/utf8'
import type { OtpAccount, OtpParameters } from './parameters'

/** What Google Authenticator puts into one code. */
const mostEntries = 10
/** A denser code is hard to read off a screen; an account that needs more gets one for itself. */
const easyLength = 1200
/** The most that a QR code of medium correction holds (ISO/IEC 18004). */
const longestUri = 2331

const algorithms = { SHA1: 1, SHA256: 2, SHA512: 3 } as const
const digitCounts: Readonly<Record<number, number>> = { 6: 1, 8: 2 }

/** Why Google Authenticator's codes cannot carry an account. */
export type MigrationRefusal = 'steam' | 'period' | 'digits' | 'unreadable' | 'too-long'

/** The accounts in one QR code, and what it says. The text holds their secrets: never log it. */
export interface MigrationPart {
  readonly uri: string
  readonly count: number
}

/** Null where the format has a place for everything that the codes of `account` depend on. */
export function refusedByMigration(account: OtpAccount): MigrationRefusal | null {
  const { parameters } = account
  if (parameters.type === 'steam') return 'steam'
  if (parameters.type === 'totp' && parameters.period !== 30) return 'period'
  if (!Object.hasOwn(digitCounts, parameters.digits)) return 'digits'
  if (fromBase32(parameters.secretBase32).length === 0) return 'unreadable'
  // Room for a size, an index and an identifier of five bytes each.
  return uriOf([entryOf(account)], 2 ** 31, 2 ** 31, 2 ** 31).length > longestUri
    ? 'too-long'
    : null
}

/**
 * The `otpauth-migration://` texts that carry `accounts`, none of which is refused: at most ten
 * accounts each, fewer where they are long. `batchId`, 1 to 2^31 - 1, marks them as one series.
 */
export function toMigrationUris(
  accounts: readonly OtpAccount[],
  batchId: number,
): readonly MigrationPart[] {
  const parts = packed(accounts.map(entryOf))
  return parts.map((entries, index) => ({
    uri: uriOf(entries, parts.length, index, batchId),
    count: entries.length,
  }))
}

function packed(entries: readonly Bytes[]): readonly (readonly Bytes[])[] {
  const parts: Bytes[][] = []
  for (const entry of entries) {
    const last = parts.at(-1)
    const fits = last !== undefined && last.length < mostEntries && isEasy([...last, entry])
    if (fits) last.push(entry)
    else parts.push([entry])
  }
  return parts
}

function isEasy(entries: readonly Bytes[]): boolean {
  return uriOf(entries, entries.length, entries.length, 2 ** 31).length <= easyLength
}

/** `MigrationPayload`: 1 entries, 2 version, 3 size, 4 index and 5 identifier of the series. */
function uriOf(entries: readonly Bytes[], size: number, index: number, batchId: number): string {
  const payload = concat(
    ...entries.map((entry) => field(1, entry)),
    field(2, 1),
    field(3, size),
    field(4, index),
    field(5, batchId),
  )
  return `otpauth-migration://offline?data=${encodeURIComponent(toBase64(payload))}`
}

/** `OtpParameters`: 1 secret, 2 name, 3 issuer, 4 algorithm, 5 digits, 6 type, 7 counter. */
function entryOf({ parameters, issuer, label }: OtpAccount): Bytes {
  // Readers take the issuer off the name again: one that has none keeps its colons by an empty one.
  const name = issuer !== '' || label.includes(':') ? `${issuer}:${label}` : label
  return concat(
    field(1, fromBase32(parameters.secretBase32)),
    field(2, toUtf8(name)),
    field(3, toUtf8(issuer)),
    ...codeFields(parameters),
  )
}

function codeFields(parameters: OtpParameters): readonly Bytes[] {
  if (parameters.type === 'steam') return []
  const { algorithm, digits } = parameters
  const shape = [field(4, algorithms[algorithm]), field(5, digitCounts[digits] ?? 0)]
  return parameters.type === 'totp'
    ? [...shape, field(6, 2)]
    : [...shape, field(6, 1), field(7, parameters.counter)]
}

/** A field of protocol buffers: a whole number from 0 to 2^53 - 1, or bytes. */
function field(number: number, value: number | Bytes): Bytes {
  if (typeof value === 'number') return concat(varint(number * 8), varint(value))
  return concat(varint(number * 8 + 2), varint(value.length), value)
}

function varint(value: number): Bytes {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return Uint8Array.of(...bytes, rest)
}
