import { listCount } from './lists'
import type { Said } from './said'
import { plainText } from './text'
import vocabulary from './vocabulary.json'

/*
 * [Note: Packed words] A page is a fresh world, and no word list may cost it anything before it
 * reads a text: compiling them as regular expressions took longer than all else together. So
 * tools/pack-words.mjs makes a tree of all lists, which is read as it stands. A branch is a mark for
 * what ends there and twigs: letters with a mark for what ends with them, or, with how many
 * characters they are before them, letters and a branch. A space stands before what is only found
 * where a word starts; `_` is a space that may be missing. Marks are characters that no word has.
 * Those that only tell one kind of code from another come with what fills: pages with a field for
 * anything else never need them.
 */

/** Words of utils/fields/words, packed. */
export interface Vocabulary {
  /** The bits of the lists that have a word ending at a mark, where those are not one bit. */
  readonly kinds: readonly number[]
  readonly words: string
}

/** Reads a text once for all lists. */
export type Scan = (text: string) => Said

interface Tree {
  readonly kinds: readonly number[]
  /** By their first letters, with the space before those. */
  readonly branches: ReadonlyMap<string, string>
}

const marks = 52
const oneMark = 40
const space = 32
const mayBeSpace = 95

const first = treeOf(vocabulary)

/** Reads texts for the words that find code fields. */
export const scan: Scan = (text) => scanFor([first], text)

/** The same with more words. */
export function scannerOf(more: Vocabulary): Scan {
  const trees = [first, treeOf(more)]
  return (text) => scanFor(trees, text)
}

/** The number that a mark stands for; negative for the characters of words. */
function numberAt(tree: string, at: number): number {
  const code = tree.charCodeAt(at)
  if (code < 48) return code - 33
  return code > 57 && code < mayBeSpace ? code - 43 : -1
}

/** Where a twig goes on after how long it is, and where it ends; null where it does not say. */
function spanOf(tree: string, at: number): readonly [from: number, end: number] | null {
  const first = numberAt(tree, at)
  if (!(first >= 0)) return null
  if (first < oneMark) return [at + 1, at + 1 + first]
  return [at + 2, at + 2 + (first - oneMark) * marks + numberAt(tree, at + 1)]
}

function treeOf({ kinds, words }: Vocabulary): Tree {
  const branches = new Map<string, string>()
  for (let span = spanOf(words, 0); span !== null; span = spanOf(words, span[1])) {
    const [from, end] = span
    const key = keyAt(words, from)
    branches.set(key, words.slice(from + key.length, end))
  }
  return { kinds, branches }
}

function keyAt(text: string, at: number): string {
  return text.slice(at, at + (text[at] === ' ' ? 2 : 1))
}

function scanFor(trees: readonly Tree[], text: string): Said {
  const plain = plainText(text)
  const hits: [at: number, lists: number][] = []
  let lists = 0
  const end = plain.length - 1
  for (let at = 0; at < end; at++) {
    const key = keyAt(plain, at)
    let found = 0
    for (const { kinds, branches } of trees) {
      const branch = branches.get(key)
      if (branch !== undefined) {
        found |= follow(branch, 0, branch.length, plain, at + key.length, kinds)
      }
    }
    if (found === 0) continue
    lists |= found
    hits.push([at, found])
  }
  return { plain, lists, hits }
}

/** The lists that have a word from here on: a branch starts at `from` and goes on up to `end`. */
function follow(
  tree: string,
  from: number,
  end: number,
  plain: string,
  at: number,
  kinds: Tree['kinds'],
): number {
  let found = endsAt(numberAt(tree, from), plain, at, kinds)
  for (let twig = from + 1; twig < end; ) {
    const span = spanOf(tree, twig)
    let letter = span?.[0] ?? twig
    let to = at
    for (; numberAt(tree, letter) < 0; letter++) {
      const code = tree.charCodeAt(letter)
      if (code === plain.charCodeAt(to)) to++
      else if (code !== mayBeSpace) break
      else if (plain.charCodeAt(to) === space) to++
    }
    const kind = numberAt(tree, letter)
    if (kind >= 0) {
      found |= span
        ? follow(tree, letter, span[1], plain, to, kinds)
        : endsAt(kind, plain, to, kinds)
    } else if (!span) {
      while (numberAt(tree, letter) < 0) letter++
    }
    twig = span?.[1] ?? letter + 1
  }
  return found
}

/** The lists that have a word ending here: some only take whole ones, which digits may follow. */
function endsAt(kind: number, plain: string, at: number, kinds: Tree['kinds']): number {
  const rest = kind - 2 * listCount - 1
  const bits = rest < 0 ? kind && 1 << (kind - 1) : (kinds[rest] ?? 0)
  const next = plain.charCodeAt(at)
  const isWhole = next === space || (next >= 48 && next <= 57)
  return (bits & ((1 << listCount) - 1)) | (isWhole ? bits >>> listCount : 0)
}
