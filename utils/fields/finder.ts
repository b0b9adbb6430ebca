import { once } from './once'
import { fold, unspaced } from './text'
import type { Words } from './words'

/*
 * Word lists as regular expressions, for the background, our own pages, and what runs in a web page
 * once in a while. What reads every page has them packed, as making these takes time there:
 * [Note: Packed words].
 */

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
