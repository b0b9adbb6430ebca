import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** Why a password is not good enough. */
export type PasswordFault = 'empty' | 'short' | 'guessable'

/** What an estimator makes of a password. */
export interface PasswordStrength {
  /** 0: guessed at once, to 4: out of reach (below 10^3, 10^6, 10^8, 10^10 guesses, above). */
  readonly score: 0 | 1 | 2 | 3 | 4
  /** Decimal logarithm of the guesses it takes. */
  readonly guessesLog10: number
  readonly acceptable: boolean
  /** Null where it is acceptable. */
  readonly fault: PasswordFault | null
}

/** Characters a master password has at least. */
export const shortestPassword = 10
/** 10^8 guesses or more; behind Argon2id each of them costs a quarter of a second. */
const lowestScore = 3

/** Words that everybody tries first on our vaults. */
const ownWords = ['sixpence', 'authenticator', 'vault', 'master', 'otp', '2fa']

let loading: Promise<ZxcvbnFactory> | null = null

/** The estimator and its dictionaries weigh half a megabyte: loaded when first asked. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
}

/**
 * Judges a master password against common passwords, words, patterns and keyboards, on this
 * machine. The floor: 10 characters and a score of 3.
 */
export async function passwordStrength(masterPassword: string): Promise<PasswordStrength> {
  loading ??= load()
  const { score, guessesLog10 } = (await loading).check(masterPassword, ownWords)
  const fault = faultOf(masterPassword, score)
  return { score, guessesLog10, acceptable: fault === null, fault }
}

function faultOf(masterPassword: string, score: number): PasswordFault | null {
  if (masterPassword === '') return 'empty'
  if ([...masterPassword].length < shortestPassword) return 'short'
  return score < lowestScore ? 'guessable' : null
}
