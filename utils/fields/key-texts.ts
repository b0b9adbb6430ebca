/** A piece of a text that may be a key in base32. */
export interface KeyText {
  /** Upper case, without what stood between its groups. */
  readonly key: string
  /** Where it stands, as indices into the text. */
  readonly start: number
  readonly end: number
}

/** Lengths of keys of 10, 12, 15, 16, 20, 25, 26, 32, 35, 40 and 64 bytes, which nearly all have. */
const usualLengths: ReadonlySet<number> = new Set([16, 20, 24, 26, 32, 40, 42, 52, 56, 64, 103])
const minLength = 16
const maxLength = 128

/** Words of base32 with one kind of gap between them, and nothing that words go on with. */
const runs =
  /(?<![\p{L}\d+/_=.@:-])(?<!https?:\S*)[A-Za-z2-7]+(?:(?: [A-Za-z2-7]+)+|(?:-[A-Za-z2-7]+)+)?={0,6}(?![\p{L}\d+/_@-]|\.[\p{L}\d])/gu
/** Names of keys of Amazon's cloud. */
const cloudKey = /^A(?:KI|SI|GP|ID|RO|IP|NP|NV|CC|BI)A[A-Z2-7]{16}$/

interface Group {
  readonly text: string
  readonly start: number
}

/** Whatever in `text` has the shape of a key: one long word, or groups of the same length. */
export function keyTexts(text: string): readonly KeyText[] {
  const even = text.replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ').replace(/[\u2010-\u2015]/g, '-')
  return [...even.matchAll(runs)].flatMap(({ 0: run, index }) => fromRun(run, index))
}

function fromRun(run: string, at: number): readonly KeyText[] {
  const groups: Group[] = [...run.matchAll(/[A-Za-z2-7]+/g)].map(({ 0: text, index }) => ({
    text,
    start: at + index,
  }))
  const long = groups.filter(({ text }) => text.length >= minLength).map((group) => [group])
  const grouped = groups.some(({ text }) => text.length >= minLength) ? [] : sequences(groups)
  return [...long, ...grouped].flatMap(toKey)
}

/** Groups of the same length and case side by side, the last of them maybe shorter. */
function sequences(groups: readonly Group[]): readonly (readonly Group[])[] {
  const found: (readonly Group[])[] = []
  for (let from = 0; from < groups.length; ) {
    let to = from + 1
    while (isLike(groups[from], groups[to]) && size(groups[from]) === size(groups[to])) to += 1
    const even = groups.slice(from, to)
    const next = isLike(groups[from], groups[to]) ? groups[to] : undefined
    const rest = next && size(next) < size(groups[from]) ? next : undefined
    const isAlone =
      !isLike(groups[from], groups[from - 1]) && (next === undefined || !groups[to + 1])
    const some = even.length >= 3 ? chosen(even, rest, isAlone) : null
    if (some !== null && size(some[0]) >= 3 && size(some[0]) <= 8) found.push(some)
    from = to
  }
  return found
}

/** The words of a sentence that touch a key may be of its length: then its own edges must be clear. */
function chosen(
  even: readonly Group[],
  rest: Group | undefined,
  isAlone: boolean,
): readonly Group[] | null {
  const whole = [...even, ...(rest ? [rest] : [])]
  // Words have no digits, and numbers seldom make whole bytes with a key.
  const isWhole = rest && /[2-7]/.test(rest.text) && isOfBytes(whole)
  const tries = isWhole ? [whole] : [whole, even]
  const usual = tries.find((each) => usualLengths.has(lengthOf(each)))
  const some = usual ?? tries[0] ?? []
  const isClear = isAlone
    ? usual !== undefined || some.every(({ text }) => isUpper(text))
    : [some[0], some.at(-1)].every((edge) => /[2-7]/.test(edge?.text ?? ''))
  return isClear && isOneKey(some) ? some : null
}

/** Whether base32 of this length is that of whole bytes: RFC 4648, section 6. */
function isOfBytes(groups: readonly Group[]): boolean {
  return ![1, 3, 6].includes(lengthOf(groups) % 8)
}

/** Whether both are there, in capitals or not. */
function isLike(a: Group | undefined, b: Group | undefined): boolean {
  if (!a || !b) return false
  return (isUpper(a.text) && isUpper(b.text)) || (isLower(a.text) && isLower(b.text))
}

// Digits alone are both.
function isUpper(text: string): boolean {
  return text === text.toUpperCase()
}

function isLower(text: string): boolean {
  return text === text.toLowerCase()
}

function size(group: Group | undefined): number {
  return group?.text.length ?? 0
}

function lengthOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { text }) => sum + text.length, 0)
}

function isOneKey(groups: readonly Group[]): boolean {
  const all = groups.map(({ text }) => text).join('')
  const isEven = all === all.toUpperCase() || all === all.toLowerCase()
  return isEven && all.length >= minLength && all.length <= maxLength && looksRandom(all)
}

/** Numbers, hashes and words in capitals are made of the same characters. */
function looksRandom(text: string): boolean {
  const upper = text.toUpperCase()
  if (/^[2-7]+$/.test(upper) || /^[A-F2-7]+$/.test(upper) || cloudKey.test(upper)) return false
  if (/[2-7]/.test(upper)) return true
  const vowels = upper.replace(/[^AEIOU]/g, '').length
  return text === upper && vowels < 0.25 * upper.length
}

function toKey(groups: readonly Group[]): readonly KeyText[] {
  const [first, last] = [groups[0], groups.at(-1)]
  if (!first || !last || !isOneKey(groups)) return []
  const key = groups
    .map(({ text }) => text)
    .join('')
    .toUpperCase()
  return [{ key, start: first.start, end: last.start + last.text.length }]
}
