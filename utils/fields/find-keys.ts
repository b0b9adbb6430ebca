import { type Finder, finderOf } from './finder'
import { type KeyText, keyTexts } from './key-texts'
import { keyNouns, otherKeyWords, setUpKeyWords, setUpWords } from './key-words'
import { plainText } from './text'
import { authenticatorWords, codeWords, recoveryWords } from './words'

/** What a page says around what may be the key of an account. */
export interface KeyPage {
  /** Its title and headings. */
  readonly about: string
  /** Pieces of its text, each with what may be a key. */
  readonly passages: readonly string[]
}

/** So far from a key, in characters, words are said of it. */
const reach = 220
/** Words behind a key are less often said of it. */
const behind = 1.5
/** The words of a name such as "API key" are no further apart. */
const oneName = 14
/** More of them side by side are a list of something else: recovery codes. */
const maxKeys = 3

const ofKeys = finderOf(setUpKeyWords)
const nouns = finderOf(keyNouns)
const others = finderOf(otherKeyWords)
const recovery = finderOf(recoveryWords)
const setUp = finderOf(setUpWords)
const codes = finderOf(codeWords)
const contexts = [setUp, codes, finderOf(authenticatorWords)]

/**
 * The keys of accounts that a page shows as text, for authenticators that cannot scan: base32 of
 * the length of a key, in groups or not, which words for such a key stand next to. Upper case,
 * without spaces. They are to be offered, not taken: words can be wrong.
 */
export function findKeys({ about, passages }: KeyPage): readonly string[] {
  const found = passages.flatMap((passage) => {
    const texts = keyTexts(passage)
    if (texts.length > maxKeys) return []
    return texts.filter((text) => isKey(passage, text, about)).map(({ key }) => key)
  })
  return [...new Set(found)]
}

function isKey(passage: string, { start, end }: KeyText, about: string): boolean {
  const before = plainText(passage.slice(Math.max(0, start - reach), start))
  const after = plainText(passage.slice(end, end + reach))
  const nearest = (finder: Finder): number => {
    const ahead = finder.places(before).at(-1)
    const [next = Number.POSITIVE_INFINITY] = finder.places(after)
    const back = ahead === undefined ? Number.POSITIVE_INFINITY : before.length - ahead
    return Math.min(back, next * behind)
  }
  const where = plainText(`${about} ${passage}`)
  const noun = contexts.some((context) => context.has(where))
    ? nearest(nouns)
    : Number.POSITIVE_INFINITY
  const theirs = Math.min(nearest(others), nearest(recovery))
  // "Scan the code in your authenticator app", and below it the key without a word.
  const unnamed = Math.max(nearest(setUp), nearest(codes))
  return nearest(ofKeys) < theirs || Math.min(noun, unnamed) < theirs - oneName
}
