import { code, noun, qualifier } from './lists'
import { anyClose } from './text'

/** A text, and which lists of utils/fields/words have words in it. */
export interface Said {
  /** As `plainText` makes it. */
  readonly plain: string
  /** Bits of utils/fields/lists. */
  readonly lists: number
  /** Where: an index into `plain`, and the bits of the lists that have a word there. */
  readonly hits: readonly (readonly [at: number, lists: number])[]
}

/** Two texts as one. */
export function both(a: Said, b: Said): Said {
  const from = a.plain.length - 1
  return {
    plain: a.plain + b.plain.slice(1),
    lists: a.lists | b.lists,
    hits: [...a.hits, ...b.hits.map(([at, lists]) => [at + from, lists] as const)],
  }
}

/** Whether a text has a word of one of these lists. */
export function has(said: Said, lists: number): boolean {
  return (said.lists & lists) !== 0
}

/** Where the words of a list are, as indices into the text. */
export function placesOf({ hits }: Said, list: number): readonly number[] {
  return hits.flatMap(([at, lists]) => ((lists & list) === 0 ? [] : [at]))
}

/** Whether a word of one list stands close to one of another. */
export function areClose(a: number, b: number, said: Said): boolean {
  return anyClose(placesOf(said, a), placesOf(said, b))
}

/** Whether a text has words that only codes have, or that make a code one of those. */
export function asksForCode(said: Said): boolean {
  return has(said, code) || areClose(qualifier, noun, said)
}

/** Whether a text has the word PIN. */
export function saysPin({ plain }: Said): boolean {
  return / (?:pin|пин) /.test(plain)
}
