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

/**
 * Every one-time password of an entry, in the ways that KeePassXC, KeeOtp, TrayTOTP and KeePass 2
 * write them. The same code in two ways counts once.
 */
export function readCodes(
  fields: KdbxFields,
  around: Surroundings,
): readonly (ImportedEntry | UnsupportedEntry)[] {
  const otp = fields.get('otp')?.trim() ?? ''
  const isUri = /^[a-z-]+:/i.test(otp)
  const uris = isUri ? [readOtpText(otp, around, { app, raw: { otp } })] : []
  const codes = [isUri ? null : keeOtp(otp), trayTotp(fields), timeOtp(fields), hmacOtp(fields)]
  const stated = codes
    .filter((code) => code !== null)
    .map((code) => readStated({ ...around, ...code }, { app, raw: Object.fromEntries(fields) }))
  return once([...uris, ...stated])
}

function once(all: readonly (ImportedEntry | UnsupportedEntry)[]) {
  const keyOf = (entry: ImportedEntry | UnsupportedEntry) =>
    JSON.stringify('parameters' in entry ? entry.parameters : entry.raw)
  return [...new Map(all.map((entry) => [keyOf(entry), entry])).values()]
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
