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

/** RFC 4226 section 5.3: the HMAC of the counter, truncated where its last four bits say. */
function hotp(secretBase32: string, algorithm: Algorithm, counter: number, digits: number): string {
  const digest = hmac(algorithm, fromBase32(secretBase32), eightBytes(counter))
  const offset = (digest.at(-1) ?? 0) & 0xf
  const truncated = new DataView(digest.buffer, digest.byteOffset + offset, 4).getUint32(0)
  return String((truncated & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** Most significant byte first. */
function eightBytes(counter: number): Uint8Array {
  const bytes = new Uint8Array(8)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, Math.floor(counter / 2 ** 32))
  view.setUint32(4, counter % 2 ** 32)
  return bytes
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
