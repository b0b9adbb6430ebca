import { foldedCode, longestRecoveryCode, mostRecoveryCodes } from '@/utils/vault/recovery-code'
import { readLine } from './candidates'
import { isRandom, shapeOf } from './shape'

/**
 * The codes in a text that a person selected on a page: nothing has to be near them. What is no code
 * by its looks is left out; empty where nothing is.
 */
export function selectedCodes(text: string): readonly string[] {
  const candidates = text.split('\n').flatMap((line) => readLine(line).candidates)
  const codes = candidates.filter((code) => isCode(code, candidates))
  const chosen = codes.length === 0 && isRandom(candidates) ? candidates : codes
  return eachOnce(chosen.map(oneLine))
}

/** The codes in a text that a person pasted: as if selected; where none is found every line is one. */
export function readRecoveryCodes(text: string): readonly string[] {
  const codes = selectedCodes(text)
  return codes.length > 0 ? codes : codesOfLines(text)
}

/**
 * The codes of a form with one a line, as they are typed there. Those that are too long for a vault
 * are left out, and what is more than it takes.
 */
export function codesOfLines(text: string): readonly string[] {
  return eachOnce(
    text
      .split('\n')
      .map(oneLine)
      .filter((code) => code.length > 0),
  )
}

// With a digit, or written like another one that has some.
function isCode(code: string, all: readonly string[]): boolean {
  const hasDigit = (each: string) => /\d/.test(each)
  return hasDigit(code) || all.some((each) => hasDigit(each) && shapeOf(each) === shapeOf(code))
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Z}]+/gu, ' ').trim()
}

function eachOnce(codes: readonly string[]): readonly string[] {
  const byFold = new Map<string, string>()
  for (const code of codes) {
    const fold = foldedCode(code)
    if (!byFold.has(fold) && code.length <= longestRecoveryCode) byFold.set(fold, code)
  }
  return [...byFold.values()].slice(0, mostRecoveryCodes)
}
