// @ts-check
import { createHash } from 'node:crypto'

/** How many are handed out when two-factor is switched on. */
export const recoveryCodeCount = 10

// No letter or digit that is read as another one.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * New codes, such as "k7mf-p2xq".
 * @param {(sizeBytes: number) => Uint8Array} random
 */
export function newRecoveryCodes(random) {
  return Array.from({ length: recoveryCodeCount }, () => {
    const text = Array.from(random(8), (byte) => letters[byte % letters.length]).join('')
    return `${text.slice(0, 4)}-${text.slice(4)}`
  })
}

/**
 * What the site keeps of a code; case, blanks and dashes do not matter.
 * @param {string} code
 */
export function hashRecoveryCode(code) {
  const plain = code.toLowerCase().replace(/[\s-]/g, '')
  return createHash('sha256').update(plain).digest('hex')
}
