import { errorText, type MessageKey, t } from '@/components/i18n'
import {
  type PasswordStrength,
  passwordStrength,
  shortestPassword,
} from '@/utils/password/strength'
import { randomWords } from '@/utils/password/words'

/** Four steps, from "guessed at once" to "out of reach". */
export type Level = 1 | 2 | 3 | 4

/** What is said about a password while it is typed. */
export interface StrengthView {
  readonly level: Level
  /** Whether a vault may be sealed with it. */
  readonly isEnough: boolean
  /** A sentence: what is wrong and what would help, or how long it would stand. */
  readonly advice: string
}

/** Judges a password, on this machine. The first call loads the dictionaries. */
export async function rateStrength(password: string): Promise<StrengthView> {
  return viewOf(await passwordStrength(password))
}

/** Four words by the browser's own randomness. */
export async function suggestWords(): Promise<string> {
  const words = await randomWords(4, (bytes) => void crypto.getRandomValues(bytes))
  return words.join(' ')
}

/** The view of an estimate. */
export function viewOf({ score, guessesLog10, acceptable, fault }: PasswordStrength): StrengthView {
  const level = acceptable ? (score === 4 ? 4 : 3) : score >= 2 ? 2 : 1
  return { level, isEnough: acceptable, advice: adviceFor(fault, guessesLog10) }
}

function adviceFor(fault: PasswordStrength['fault'], guessesLog10: number): string {
  switch (fault) {
    case 'empty':
      return errorText('password-empty')
    case 'short':
      return t('manage_strength_short', shortestPassword)
    case 'guessable':
      return t('manage_strength_guessable')
    case null:
      return t(timeToGuess(guessesLog10))
  }
}

/** 100 machines at four guesses a second each, which is what Argon2id leaves them. */
const guessesPerYearLog10 = 10.1

function timeToGuess(guessesLog10: number): MessageKey {
  const yearsLog10 = guessesLog10 - guessesPerYearLog10
  if (yearsLog10 < 0) return 'manage_strength_months'
  if (yearsLog10 < 2) return 'manage_strength_years'
  return 'manage_strength_centuries'
}
