// @ts-check
// One-time codes as a site checks them, written on node:crypto alone and on none of the
// extension's code or libraries, so that the two agree only if both follow the standard.
import { createHmac, timingSafeEqual } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * @typedef {object} TotpParameters
 * @property {'SHA1' | 'SHA256' | 'SHA512'} algorithm
 * @property {number} digits
 * @property {number} period seconds
 */

/** What most sites use. @type {Readonly<TotpParameters>} */
export const usualParameters = { algorithm: 'SHA1', digits: 6, period: 30 }

/**
 * Base32 without padding, upper case (RFC 4648 section 6).
 * @param {Uint8Array} bytes
 */
export function toBase32(bytes) {
  let text = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(buffer >> bits) & 31]
    }
  }
  return bits > 0 ? text + alphabet[(buffer << (5 - bits)) & 31] : text
}

/**
 * The bytes of a base32 text; blanks, padding and case do not matter. Throws on other characters.
 * @param {string} text
 */
export function fromBase32(text) {
  const bytes = []
  let buffer = 0
  let bits = 0
  for (const character of text.toUpperCase().replace(/[\s=]/g, '')) {
    const value = alphabet.indexOf(character)
    if (value < 0) throw new Error('not base32')
    buffer = ((buffer << 5) | value) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((buffer >> bits) & 0xff)
    }
  }
  return Uint8Array.from(bytes)
}

/**
 * The time step a moment lies in (RFC 6238 section 4.2).
 * @param {number} nowMs
 * @param {number} [period] seconds
 */
export function stepAt(nowMs, period = usualParameters.period) {
  return Math.floor(nowMs / 1000 / period)
}

/**
 * The code of one step: RFC 4226 section 5.3, with the step as the counter.
 * @param {Uint8Array} secret
 * @param {number} step
 * @param {Readonly<TotpParameters>} [parameters]
 */
export function codeOfStep(secret, step, parameters = usualParameters) {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac(parameters.algorithm.toLowerCase(), secret).update(counter).digest()
  const offset = hash.readUInt8(hash.length - 1) & 0x0f
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** parameters.digits
  return String(number).padStart(parameters.digits, '0')
}

/**
 * @typedef {{ verdict: 'right', step: number } | { verdict: 'wrong' } | { verdict: 'used' }} CodeCheck
 */

/**
 * Checks a typed code against the step of now and `window` steps on either side
 * (RFC 6238 section 5.2). A code of a step not after `lastUsedStep` is 'used'.
 * @param {object} question
 * @param {Uint8Array} question.secret
 * @param {string} question.code as typed; blanks in it do not matter
 * @param {number} question.nowMs
 * @param {number | null} question.lastUsedStep null: nothing is remembered as used
 * @param {number} [question.window] steps
 * @param {Readonly<TotpParameters>} [question.parameters]
 * @returns {CodeCheck}
 */
export function checkCode(question) {
  const { secret, nowMs, lastUsedStep, window = 1, parameters = usualParameters } = question
  const typed = Buffer.from(question.code.replace(/\s/g, ''))
  if (typed.length !== parameters.digits) return { verdict: 'wrong' }
  const now = stepAt(nowMs, parameters.period)
  let used = false
  for (let step = Math.max(0, now - window); step <= now + window; step += 1) {
    if (!timingSafeEqual(Buffer.from(codeOfStep(secret, step, parameters)), typed)) continue
    if (lastUsedStep === null || step > lastUsedStep) return { verdict: 'right', step }
    used = true
  }
  return { verdict: used ? 'used' : 'wrong' }
}
