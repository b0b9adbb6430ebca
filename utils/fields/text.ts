import { once } from './once'
import type { Words } from './words'

/**
 * Text as the word lists expect it: lower case, no accents, words of camelCase apart, one space
 * for every run of other characters than letters and digits, a space at both ends.
 */
export function plainText(text: string): string {
  const apart = text.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return ` ${fold(apart).replace(between, ' ').trim()} `
}

// Ranges rather than properties of Unicode: compiling those takes half a millisecond of the page's
// time. What is in none of these is taken for a letter, which breaks no word that is sought.
/** Marks that change letters, of Latin, Greek, Cyrillic, Hebrew, Arabic and Japanese. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u3099\u309a]/g
/** What is neither letter nor digit: punctuation, signs, pictures, what cannot be seen. */
const between =
  /[\0-/:-`{-\u00bf\u00d7\u00f7\u02b9-\u02ff\u05be\u05c0-\u05cf\u05f3\u05f4\u060c\u061b-\u061f\u066a-\u066d\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u3004\u3008-\u3020\u30fb\ud800-\udfff\ufe10-\ufe1f\ufe30-\ufe6f]+/g

// Taken apart and put together again without the marks: Hangul is made of parts as well.
function fold(text: string): string {
  return text.normalize('NFKD').replace(marks, '').normalize('NFC')
}

/** Finds the words of a list in plain text. */
export interface Finder {
  /** Whether there is one, as a whole word where the script has spaces. */
  has(plain: string): boolean
  /** Where they are, as indices into the text. */
  places(plain: string): readonly number[]
}

/**
 * A finder of words of utils/fields/words. A star at its end or its start lets a word go on there;
 * without one a word is whole, digits after it excepted ("code2"). Scripts that set no spaces, or
 * tie small words to others, are searched for anywhere.
 */
export function finderOf(words: Words): Finder {
  // Most pages never ask for most lists.
  const pattern = once(() => new RegExp(sourceOf(words), 'g'))
  return {
    has: (plain) => plain.search(pattern()) >= 0,
    places: (plain) => [...plain.matchAll(pattern())].map(({ index }) => index),
  }
}

/** Words no further apart than this, in characters, are said of each other. */
const closeBy = 28

/** Whether a word of one finder stands close to one of another. */
export function areClose(a: Finder, b: Finder, plain: string): boolean {
  const places = a.places(plain)
  return (
    places.length > 0 &&
    b.places(plain).some((at) => places.some((place) => Math.abs(place - at) <= closeBy))
  )
}

/** Chinese, Japanese and Korean set no spaces between words; Hebrew and Arabic tie small ones on. */
const unspaced = /[\u0590-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** What stands around the words of each shape: each text position is tried with few of them. */
const shapes: readonly (readonly [start: string, end: string])[] = [
  ['(?=[\\d\\u0590-\\ud7af])', ''],
  ['', ''],
  ['', '(?= |\\d)'],
  [' ', ''],
  [' ', '(?= |\\d)'],
]

function shapeOf(word: string): number {
  if (unspaced.test(word)) return 0
  return (word.startsWith('*') ? 1 : 3) + (word.endsWith('*') ? 0 : 1)
}

// All words at once, where that can be: a page pays for each look at each of hundreds.
function sourceOf(words: Words): string {
  const groups = shapes.map((): string[] => [])
  for (const word of fold(words).split(' ')) groups[shapeOf(word)]?.push(innerOf(word))
  return groups
    .flatMap((those, shape) => {
      const [start, end] = shapes[shape] ?? []
      return those.length > 0 ? `${start}(?:${patternOf(those.join('|'))})${end}` : []
    })
    .join('|')
}

function innerOf(word: string): string {
  return word.slice(word.startsWith('*') ? 1 : 0, word.endsWith('*') ? -1 : undefined)
}

// Stars rather than classes of letters: compiling those takes milliseconds of the page's time.
function patternOf(words: string): string {
  return words.replace(/\*/g, '\\S*').replace(/_\??/g, ' ?')
}
