import { cleanBase32, fromBase32, toBase32 } from '@/utils/bytes/base32'
import { AppError, type ErrorCode } from '@/utils/errors/app-error'
import { steamDigits } from './code-shape'
import { type OtpauthWarning, warning } from './otpauth-warning'
import type { Algorithm, OtpParameters } from './parameters'

/** How codes are computed and what was odd about it. */
export interface ReadParameters {
  readonly parameters: OtpParameters
  readonly warnings: readonly OtpauthWarning[]
}

type Values = ReadonlyMap<string, string>

/** Names of the parameters of an otpauth URI that say how codes are computed. */
export const codeParameters = ['secret', 'algorithm', 'digits', 'period', 'counter', 'encoder']

const algorithms: readonly Algorithm[] = ['SHA1', 'SHA256', 'SHA512']

/**
 * Reads how codes are computed from the lower-case `type` and the parameters of an otpauth URI;
 * `issuer` tells Steam accounts that are written as TOTP. What is missing gets the default of the
 * Key Uri Format; what is wrong is refused, never replaced. Throws `otpauth-type-unknown`,
 * `secret-missing`, `secret-character`, `algorithm-unknown`, `digits-out-of-range`,
 * `period-out-of-range`, `counter-out-of-range`.
 */
export function readParameters(type: string, values: Values, issuer: string): ReadParameters {
  const read = readers.get(type)
  if (!read) throw new AppError('otpauth-type-unknown', undefined, { type: excerpt(type) })
  const encodedForSteam = values.get('encoder')?.toLowerCase() === 'steam'
  return encodedForSteam ? readSteam(values) : read(values, issuer)
}

const readers: ReadonlyMap<string, (values: Values, issuer: string) => ReadParameters> = new Map([
  ['totp', readTotp],
  ['hotp', readHotp],
  ['steam', readSteam],
])

function readTotp(values: Values, issuer: string): ReadParameters {
  if (isSteamInDisguise(values, issuer)) {
    const { parameters, warnings } = readSteam(values)
    return { parameters, warnings: [...warnings, warning('steam-by-issuer')] }
  }
  const { warnings, ...shared } = readShared(values)
  const period = readWhole(values.get('period') ?? '30', 1, 'period-out-of-range')
  return { parameters: { type: 'totp', ...shared, period }, warnings }
}

function readHotp(values: Values): ReadParameters {
  const { warnings, ...shared } = readShared(values)
  const counter = readWhole(values.get('counter') ?? '0', 0, 'counter-out-of-range')
  const missing = values.has('counter') ? [] : [warning('counter-missing')]
  return {
    parameters: { type: 'hotp', ...shared, counter },
    warnings: [...warnings, ...missing],
  }
}

/** Steam's algorithm, length and period are fixed: parameters that say otherwise do not count. */
function readSteam(values: Values): ReadParameters {
  const { secretBase32, warnings } = readSecret(values)
  return { parameters: { type: 'steam', secretBase32 }, warnings }
}

/** FreeOTP and others know Steam by the issuer alone. Other lengths than 5 are taken at their word. */
function isSteamInDisguise(values: Values, issuer: string): boolean {
  const usual = `${steamDigits}`
  return issuer.toLowerCase() === 'steam' && (values.get('digits') ?? usual) === usual
}

function readShared(values: Values) {
  return {
    ...readSecret(values),
    algorithm: readAlgorithm(values.get('algorithm') ?? ''),
    digits: readWhole(values.get('digits') ?? '6', 1, 'digits-out-of-range', 10),
  }
}

function readSecret(values: Values) {
  const characters = cleanBase32(values.get('secret') ?? '')
  const secretBase32 = toBase32(fromBase32(characters))
  if (secretBase32 === '') throw new AppError('secret-missing')
  const isWhole = secretBase32.length === characters.length
  return { secretBase32, warnings: isWhole ? [] : [warning('secret-length')] }
}

/** Spellings seen: sha256, SHA-256, HmacSHA256, HMAC-SHA-256, Algorithm.sha256 and 'Algorithm.'. */
function readAlgorithm(text: string): Algorithm {
  const name = text
    .toUpperCase()
    .replace(/^ALGORITHM\./, '')
    .replace(/^HMAC/, '')
  const plain = name.replace(/[-_ ]/g, '') || 'SHA1'
  const algorithm = algorithms.find((known) => known === plain)
  if (!algorithm) throw new AppError('algorithm-unknown', undefined, { algorithm: excerpt(text) })
  return algorithm
}

/** A whole number, '30.0' too, from `least` to `most`; anything else throws `code`. */
function readWhole(
  text: string,
  least: number,
  code: ErrorCode,
  most: number = Number.MAX_SAFE_INTEGER,
): number {
  const value = /^\d+(?:\.0*)?$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new AppError(code, undefined, { value: excerpt(text) })
}

/** Enough of a wrong value for a sentence about it. */
function excerpt(text: string): string {
  return text.slice(0, 32)
}
