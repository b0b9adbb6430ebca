// How the words that tell fields apart are packed: see [Note: Packed words] in utils/fields/scan.ts.

/** A word whole, and a word that goes on, of one list: bits of a kind. */
const bitsOf = (list, isWhole, lists) => 1 << (list + (isWhole ? lists : 0))

/**
 * Every word that a pattern of utils/fields/words stands for: `(a|b)`, `[ab]` and `?` written out.
 * @param {string} pattern
 * @returns {string[]}
 */
export function wordsOf(pattern) {
  let at = 0
  const oneOf = () => {
    const choices = [row()]
    while (pattern[at] === '|') {
      at++
      choices.push(row())
    }
    return choices.flat()
  }
  const row = () => {
    let words = ['']
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const parts = part()
      words = words.flatMap((word) => parts.map((each) => word + each))
    }
    return words
  }
  const part = () => {
    const parts = piece()
    if (pattern[at] !== '?') return parts
    at++
    // A space may be missing wherever one may stand.
    return parts[0] === '_' ? parts : ['', ...parts]
  }
  const piece = () => {
    const char = pattern[at++]
    if (char !== '(' && char !== '[') return [char]
    const from = at
    const words = char === '(' ? oneOf() : []
    at = pattern.indexOf(char === '(' ? ')' : ']', at) + 1
    return char === '(' ? words : [...pattern.slice(from, at - 1)]
  }
  return oneOf()
}

/** A branch of the tree: what ends here, and what may follow. */
const branch = () => ({ bits: 0, next: new Map() })

function plant(root, word, bits) {
  let at = root
  for (const char of word) {
    if (!at.next.has(char)) at.next.set(char, branch())
    at = at.next.get(char)
  }
  at.bits |= bits
}

const sorted = (next) => [...next].sort(([a], [b]) => (a < b ? -1 : 1))

/** Marks are characters that are neither a letter of a word nor a digit, from `!` to `^`. */
const marks = 52
const mark = (number) => String.fromCharCode(number + (number < 15 ? 33 : 43))
const oneMark = 40

/** One mark for what is short, else two. */
function lengthMarks(length) {
  if (length < oneMark) return mark(length)
  const first = oneMark + Math.floor(length / marks)
  if (first >= marks) throw new Error(`a branch of ${length} characters: too many words begin so`)
  return mark(first) + mark(length % marks)
}

/** Nothing, one bit, or one of the rest in the order in which they come up. */
function kindMark(bits, lists, kinds) {
  if (bits === 0) return mark(0)
  if ((bits & (bits - 1)) === 0) return mark(32 - Math.clz32(bits))
  if (!kinds.includes(bits)) kinds.push(bits)
  return mark(2 * lists + 1 + kinds.indexOf(bits))
}

function packBranch({ bits, next }, markOf) {
  const twigs = sorted(next).map((twig) => packTwig(twig, markOf))
  return markOf(bits) + twigs.join('')
}

// A leaf ends with its kind: only what goes on says how far.
function packTwig([char, child], markOf) {
  let label = char
  let at = child
  while (at.bits === 0 && at.next.size === 1) {
    const [[one, only]] = at.next
    label += one
    at = only
  }
  const packed = label + packBranch(at, markOf)
  return at.next.size === 0 ? packed : lengthMarks(packed.length) + packed
}

/**
 * Packs lists of words, the first list's bit being the lowest; a list may be empty.
 * @param {readonly string[]} lists as in utils/fields/words
 * @param {import("./vocabulary.d.mts").Script} script
 * @returns {import("./vocabulary.d.mts").Vocabulary}
 */
export function packWords(lists, { fold, unspaced }) {
  if (lists.length > 16) throw new Error('more lists than bits')
  const roots = new Map()
  for (const [list, words] of lists.entries()) {
    for (const pattern of fold(words).split(' ').filter(Boolean)) {
      for (const word of wordsOf(pattern)) {
        const letters = word.replace(/^\*|\*$/g, '')
        if (!/^[^\s_*.{}][^\s*.{}]*$/.test(letters)) throw new Error(`no word: ${word}`)
        const isPart = word.startsWith('*') || unspaced.test(word)
        const isWhole = !word.endsWith('*') && !unspaced.test(word)
        const key = isPart ? letters[0] : ` ${letters[0]}`
        if (!roots.has(key)) roots.set(key, branch())
        plant(roots.get(key), letters.slice(1), bitsOf(list, isWhole, lists.length))
      }
    }
  }
  const kinds = []
  const markOf = (bits) => kindMark(bits, lists.length, kinds)
  // These go by their length also where nothing follows the letter.
  const twigs = sorted(roots).map(([key, root]) => key + packBranch(root, markOf))
  const packed = { kinds, words: twigs.map((twig) => lengthMarks(twig.length) + twig).join('') }
  if (2 * lists.length + 1 + kinds.length > marks) throw new Error('more kinds than marks')
  return packed
}
