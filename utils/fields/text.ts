/**
 * Text as the word lists expect it: lower case, words of camelCase apart, one space for every run
 * of other characters than letters and digits, a space at both ends.
 */
export function plainText(text: string): string {
  const apart = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase()
  return ` ${apart.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

/** Whether plain text holds one of the words, as whole words where the script has spaces. */
export type HasWord = (plain: string) => boolean

/** A test for a list of alternatives of utils/fields/words. */
export function anyOf(words: readonly string[]): HasWord {
  const spaced = words.filter((word) => !unspaced.test(word))
  const joined = words.filter((word) => unspaced.test(word))
  const whole = new RegExp(` (?:${spaced.join('|')})(?= |\\d)`, 'u')
  const part = joined.length > 0 ? new RegExp(joined.join('|'), 'u') : null
  return (plain) => whole.test(plain) || (part?.test(plain) ?? false)
}

/** Chinese, Japanese and Korean set no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
