import { toBase32 } from '@/utils/bytes/base32'
import { toUtf8 } from '@/utils/bytes/utf8'
import { parseQuery } from '@/utils/otp/otpauth-query'
import type { ImportedEntry, UnsupportedEntry } from '../../parsed-backup'
import { readOtpText, type Surroundings } from '../../read/otp-text'
import { readStated, type StatedEntry } from '../../read/stated-entry'
import { bytesOfBase64, bytesOfHex } from '../../read/values'

/** The string fields of an entry by name. */
export type KdbxFields = ReadonlyMap<string, string>

type Code = Pick<StatedEntry, 'type' | 'secret' | 'algorithm' | 'digits' | 'period' | 'counter'>

const app = 'kdbx'

type Read = ImportedEntry | UnsupportedEntry
type FieldsReader = (fields: KdbxFields, around: Surroundings) => Read | null

/** By how the names of their fields begin. */
const readers: readonly (readonly [string, FieldsReader])[] = [
  ['otp', readOtp],
  ['TOTP Seed', stated(trayTotp)],
  ['TimeOtp-Secret', stated(timeOtp)],
  ['HmacOtp-Secret', stated(hmacOtp)],
]

/**
 * Readers of the one-time passwords of an entry, in the ways that KeePassXC, KeeOtp, TrayTOTP and
 * KeePass 2 write them; what one of them throws costs no other. The same code in two ways is given
 * once.
 */
export function codeReaders(
  fields: KdbxFields,
  around: Surroundings,
): readonly (() => readonly Read[])[] {
  const names = [...fields.keys()]
  const given = new Set<string>()
  const there = readers.filter(([start]) => names.some((name) => name.startsWith(start)))
  return there.map(([, read]) => () => {
    const entry = read(fields, around)
    if (entry === null) return []
    const key = JSON.stringify('parameters' in entry ? entry.parameters : entry.raw)
    if (given.has(key)) return []
    given.add(key)
    return [entry]
  })
}

function readOtp(fields: KdbxFields, around: Surroundings): Read | null {
  const otp = fields.get('otp')?.trim() ?? ''
  if (/^[a-z-]+:/i.test(otp)) return readOtpText(otp, around, { app, raw: { otp } })
  return stated(() => keeOtp(otp))(fields, around)
}

function stated(codeOf: (fields: KdbxFields) => Code | null): FieldsReader {
  return (fields, around) => {
    const code = codeOf(fields)
    const raw = Object.fromEntries(fields)
    return code === null ? null : readStated({ ...around, ...code }, { app, raw })
  }
}

/** "key=...&size=6&step=30&otpHashMode=Sha256", or the bare secret. */
function keeOtp(text: string): Code | null {
  if (text === '') return null
  if (!/(?:^|&)key=/i.test(text)) return { type: 'totp', secret: text }
  const { values } = parseQuery(text)
  const type = values.get('type') ?? 'totp'
  return {
    type,
    secret: values.get('key') ?? '',
    digits: values.get('size'),
    period: values.get('step'),
    algorithm: values.get('otphashmode'),
    counter: type.toLowerCase() === 'hotp' ? values.get('counter') : undefined,
  }
}

/** "TOTP Settings" are "period;digits", or "30;S" for Steam. */
function trayTotp(fields: KdbxFields): Code | null {
  const secret = fields.get('TOTP Seed')
  if (secret === undefined || secret === '') return null
  const [period, digits] = (fields.get('TOTP Settings') ?? '').split(';')
  const isSteam = digits?.trim().toUpperCase() === 'S'
  return isSteam ? { type: 'steam', secret } : { type: 'totp', secret, period, digits }
}

function timeOtp(fields: KdbxFields): Code | null {
  const secret = secretOf(fields, 'TimeOtp')
  if (secret === null) return null
  return {
    type: 'totp',
    secret,
    digits: fields.get('TimeOtp-Length'),
    period: fields.get('TimeOtp-Period'),
    algorithm: fields.get('TimeOtp-Algorithm'),
  }
}

function hmacOtp(fields: KdbxFields): Code | null {
  const secret = secretOf(fields, 'HmacOtp')
  if (secret === null) return null
  return { type: 'hotp', secret, counter: fields.get('HmacOtp-Counter') }
}

/** keepass.info/help/base/placeholders.html: the secret as text, or by the name of its alphabet. */
function secretOf(fields: KdbxFields, prefix: string): string | null {
  const of = (suffix: string) => fields.get(`${prefix}-Secret${suffix}`) || null
  const [base32, inHex, base64, text] = [of('-Base32'), of('-Hex'), of('-Base64'), of('')]
  if (base32 !== null) return base32
  if (inHex !== null) return toBase32(bytesOfHex(inHex.replace(/[\s-]/g, '')))
  if (base64 !== null) return toBase32(bytesOfBase64(base64))
  return text === null ? null : toBase32(toUtf8(text))
}
