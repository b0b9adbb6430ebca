import { toBase32 } from '@/utils/bytes/base32'
import type { Bytes } from '@/utils/bytes/bytes'
import { looseBase64 } from '@/utils/bytes/loose-base64'
import { fromUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { decodePercent } from './percent'
import { type ProtobufField, readFields } from './protobuf'

/** An account as Google Authenticator exports it; the period is not among what it says. */
export interface MigratedAccount {
  /** '' where there is none. */
  readonly secretBase32: string
  /** As it stands there: it may repeat the issuer before a colon. */
  readonly name: string
  readonly issuer: string
  /** SHA1, SHA256, SHA512, MD5, or the number of an algorithm that is not known. */
  readonly algorithm: string
  /** Null for a number of digits that is not known. */
  readonly digits: 6 | 8 | null
  /** totp, hotp, or "type-" and the number of a type that is not known. */
  readonly type: string
  /** Decimal, 0 to 2^64 - 1. */
  readonly counter: string
}

/** One QR code of an export, which may have several. */
export interface MigrationPart {
  /** Null for one that cannot be read. */
  readonly accounts: readonly (MigratedAccount | null)[]
  /** How many codes the export has; 1 where it does not say. */
  readonly size: number
  /** Which of them this is, from 0. */
  readonly index: number
  /** The same in all codes of one export; newer apps write 0 in all exports. */
  readonly id: string
}

const maxAccounts = 1_000
const digits = [6, 6, 8] as const
const types = ['totp', 'hotp', 'totp']
const algorithms = ['SHA1', 'SHA1', 'SHA256', 'SHA512', 'MD5']
const newestVersion = 2n

/**
 * Reads "otpauth-migration://offline?data=" and base64 of a protobuf message: in the alphabet of
 * URLs too, without padding, with spaces for `+`, escaped or not. Throws `migration-malformed`.
 */
export function fromMigrationUri(uri: string): MigrationPart {
  const data = /[?&]data=([^&#]*)/i.exec(uri.trim())?.[1] ?? ''
  const bytes = looseBase64(decodePercent(data).replaceAll(' ', '+'))
  const fields = bytes === null || bytes.length === 0 ? null : readFields(bytes)
  if (fields === null || numberIn(fields, 2) > newestVersion) throw malformed()
  const accounts = fields.filter(({ number, varint }) => number === 1 && varint === null)
  if (accounts.length > maxAccounts) throw malformed()
  const size = Math.max(1, smallOf(fields, 3))
  return {
    accounts: accounts.map(({ bytes: message }) => readAccount(message)),
    size,
    index: Math.min(smallOf(fields, 4), size - 1),
    id: String(BigInt.asIntN(32, numberIn(fields, 5))),
  }
}

function readAccount(message: Bytes): MigratedAccount | null {
  const fields = readFields(message)
  if (fields === null) return null
  const [name, issuer] = [textOf(fields, 2), textOf(fields, 3)]
  if (name === null || issuer === null) return null
  const algorithm = Number(numberIn(fields, 4))
  const type = Number(numberIn(fields, 6))
  return {
    secretBase32: toBase32(bytesOf(fields, 1)),
    name,
    issuer,
    algorithm: algorithms[algorithm] ?? String(algorithm),
    digits: digits[Number(numberIn(fields, 5))] ?? null,
    type: types[type] ?? `type-${type}`,
    counter: String(numberIn(fields, 7)),
  }
}

/** Of a field that stands there twice the last counts, as everywhere in protobuf. */
function last(fields: readonly ProtobufField[], number: number): ProtobufField | undefined {
  return fields.findLast((field) => field.number === number)
}

function numberIn(fields: readonly ProtobufField[], number: number): bigint {
  return last(fields, number)?.varint ?? 0n
}

/** A count of codes: anything larger is nonsense. */
function smallOf(fields: readonly ProtobufField[], number: number): number {
  const value = numberIn(fields, number)
  if (value > 1_000n) throw malformed()
  return Number(value)
}

function bytesOf(fields: readonly ProtobufField[], number: number): Bytes {
  return last(fields, number)?.bytes ?? new Uint8Array(0)
}

/** Null for what is no UTF-8. */
function textOf(fields: readonly ProtobufField[], number: number): string | null {
  try {
    return fromUtf8(bytesOf(fields, number))
  } catch {
    return null
  }
}

function malformed(): AppError {
  return new AppError('migration-malformed')
}
