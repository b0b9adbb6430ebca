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

/**
 * A test for a list of words of utils/fields/words. A star at its end or its start lets a word go
 * on there; without one a word is whole, digits after it excepted ("code2").
 */
export function anyOf(words: readonly string[]): HasWord {
  const pattern = new RegExp(words.map(sourceOf).join('|'), 'u')
  return (plain) => pattern.test(plain)
}

// Stars rather than classes of letters: compiling those takes milliseconds of the page's time.
function sourceOf(word: string): string {
  const open = unspaced.test(word)
  const start = open || word.startsWith('*') ? '' : ' '
  const end = open || word.endsWith('*') ? '' : '(?= |\\d)'
  return `${start}(?:${word.replace(/^\*|\*$/g, '')})${end}`
}

/** Chinese, Japanese and Korean set no spaces between words. */
const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/
