import { HOTP, Secret } from 'otpauth/bare'
import { fromBase32 } from '@/utils/bytes/base32'
import { stepAt } from '@/utils/clock/step'
import { steamDigits, steamPeriod } from './code-shape'
import { hmac } from './hmac'
import type { Algorithm, OtpParameters } from './parameters'

/** The characters of a Steam Guard code. */
export const steamAlphabet = '23456789BCDFGHJKMNPQRTVWXY'

/**
 * The code of `parameters` at `nowMs` (milliseconds since the epoch; ignored for HOTP).
 * RFC 4226 section 5.3, RFC 6238 section 4.2; Steam's own alphabet. Throws `secret-character`.
 */
export function codeAt(parameters: OtpParameters, nowMs: number): string {
  const { secretBase32 } = parameters
  switch (parameters.type) {
    case 'totp': {
      const { algorithm, digits, period } = parameters
      return hotp(secretBase32, algorithm, stepAt(nowMs, period), digits)
    }
    case 'hotp': {
      const { algorithm, digits, counter } = parameters
      return hotp(secretBase32, algorithm, counter, digits)
    }
    case 'steam':
      return steamCode(hotp(secretBase32, 'SHA1', stepAt(nowMs, steamPeriod), 10))
  }
}

// HOTP's own generate() moves the counter it holds: only the static one is a function.
function hotp(secretBase32: string, algorithm: Algorithm, counter: number, digits: number): string {
  const secret = new Secret({ buffer: fromBase32(secretBase32).buffer })
  return HOTP.generate({ secret, algorithm, counter, digits, hmac })
}

/** Steam's spelling of the 31-bit number of RFC 4226 section 5.3, of which ten digits show all. */
function steamCode(tenDigits: string): string {
  let rest = Number(tenDigits)
  let code = ''
  for (let place = 0; place < steamDigits; place += 1) {
    code += steamAlphabet.charAt(rest % steamAlphabet.length)
    rest = Math.floor(rest / steamAlphabet.length)
  }
  return code
}
