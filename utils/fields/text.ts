/**
 * Text as the word lists expect it: lower case, no accents, words of camelCase apart, one space
 * for every run of other characters than letters and digits, a space at both ends.
 */
export function plainText(text: string): string {
  const apart = text.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  // Most texts have no other characters, and what those take costs as much as all the rest.
  if (!/[^\0-\x7f]/.test(apart)) return ` ${apart.replace(/[^a-z\d]+/g, ' ').trim()} `
  return ` ${fold(apart).replace(between, ' ').replace(besideOtp, ' ').trim()} `
}

// Ranges rather than properties of Unicode: compiling those takes half a millisecond of the page's
// time. What is in none of these is taken for a letter, which breaks no word that is sought.
/** Marks that change letters, of Latin, Greek, Cyrillic, Hebrew, Arabic and Japanese. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u3099\u309a]/g
/** What is neither letter nor digit: punctuation, signs, pictures, what cannot be seen. */
const between =
  /[\0-/:-`{-\u00bf\u00d7\u00f7\u02b9-\u02ff\u05be\u05c0-\u05cf\u05f3\u05f4\u060c\u061b-\u061f\u066a-\u066d\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u3004\u3008-\u3020\u30fb\ud800-\udfff\ufe10-\ufe1f\ufe30-\ufe6f]+/g

/** Where what codes are called abroad, too, has no space beside it: "你的TFA码". */
const besideOtp = /(?<=[^\0-\u0dff])(?=t?otp|[mt]fa)|(?<=otp|[mt]fa)(?=[^\0-\u0dff])/g

/** Without accents: taken apart and put together again without the marks; Hangul has parts too. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(marks, '').normalize('NFC')
}

/**
 * Chinese, Japanese, Korean and Thai set no spaces between words; Hebrew and Arabic tie small ones on.
 */
export const unspaced = /[\u0590-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** Words no further apart than this, in characters, are said of each other. */
const closeBy = 28

/** Whether one of these places in a text is close to one of those. */
export function anyClose(these: readonly number[], those: readonly number[]): boolean {
  return these.some((at) => those.some((place) => Math.abs(place - at) <= closeBy))
}
