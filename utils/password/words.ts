import type { Bytes } from '@/utils/bytes/bytes'

/** Fills bytes with randomness; for real use `crypto.getRandomValues`. */
export type FillRandom = (bytes: Bytes) => void

/** The EFF large word list of 7,776 words (eff.org/dice, CC BY 3.0 US), which the estimator brings. */
async function loadWords(): Promise<readonly string[]> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return dictionary['diceware-common']
}

/**
 * A whole number below `limit` (1 to 65,536), each as likely as the other: what lies above the
 * largest multiple of `limit` is thrown away.
 */
export function randomBelow(limit: number, fillRandom: FillRandom): number {
  const two = new Uint8Array(2)
  const fair = 65_536 - (65_536 % limit)
  for (;;) {
    fillRandom(two)
    const drawn = (two[0] ?? 0) * 256 + (two[1] ?? 0)
    if (drawn < fair) return drawn % limit
  }
}

/**
 * `count` words drawn with replacement: four of them are 51 bits, a password that can be
 * remembered. Joined by a hyphen or a space they make a master password.
 */
export async function randomWords(count: number, fillRandom: FillRandom): Promise<string[]> {
  const words = await loadWords()
  return Array.from({ length: count }, () => words[randomBelow(words.length, fillRandom)] ?? '')
}
