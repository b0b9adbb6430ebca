import { foldedCode } from '@/utils/vault/recovery-code'

/** A line of a page: what may be codes in it, and what it says beside them. */
export interface ReadLine {
  readonly candidates: readonly string[]
  /** What is no code: a label before one, or the whole line. */
  readonly said: string
}

/** Fewer letters and digits than this are no code by themselves, but may be a group of one. */
const shortestCode = 6
const longestCode = 80

/** Marks that lists begin with: bullets, boxes, numbers. */
const bullet = /^(?:[•·▪‣◦●○*–—☐☑□✓✔-]|\[[ xX]?\]|[#№(]?\d{1,3}[.):])\s+/u
/** "Code 1: " and "Recovery code: ". */
const label = /^([\p{L}\p{M}][^:：]{0,60})[:：]\s*/u
const between = /\t+|\s{2,}|\s*[,;|]\s+/
/** Letters and digits, maybe in groups. */
const grouped = /^[a-z\d]+(?:[-_‐‑–][a-z\d]+)*$/i

/** Takes a line apart: cells first, then what is in each. */
export function readLine(line: string): ReadLine {
  const bare = line.trim().replace(bullet, '')
  const named = label.exec(bare)
  const cells = bare
    .slice(named?.[0].length ?? 0)
    .split(between)
    .map((cell) => cell.trim().replace(bullet, ''))
  const read = cells.map(codesIn)
  const candidates = read.flatMap((codes) => codes ?? [])
  const words = cells.filter((cell, index) => read[index] === null && !/^\d{0,3}$/.test(cell))
  // Letters alone may be a heading as well: both are told.
  if (!candidates.some((code) => /\d/.test(code))) return { candidates, said: line }
  // A sentence with a number in it, and not a row of a table with a button beside the code.
  if (words.join(' ').length > 40) return { candidates: [], said: line }
  return { candidates, said: [named?.[1] ?? '', ...words].join(' ').trim() }
}

/** The codes that a cell consists of; null for any other text. */
function codesIn(cell: string): readonly string[] | null {
  const pieces = withoutTrimmings(cell.split(/\s+/))
  if (pieces.length === 0 || !pieces.every((piece) => grouped.test(piece))) return null
  if (pieces.every(isWhole)) return isPhrase(pieces) ? [pieces.join(' ')] : pieces
  if (isPhrase(pieces)) return [pieces.join(' ')]
  // "1234 5678" is one code: no piece of it is long enough to be one.
  const joined = pieces.join(' ')
  const isOne = pieces.length > 1 && !pieces.some(isWhole) && isWhole(joined) && /\d/.test(joined)
  return isOne || pieces.every(isShouted(joined)) ? [joined] : null
}

/** Without the number before and the button after: "7 1234 5678 Copy". */
function withoutTrimmings(pieces: readonly string[]): readonly string[] {
  const [first = '', second = ''] = pieces
  const isNumber = /^\d{1,2}$/.test(first) && foldedCode(second).length > 2
  const rest = isNumber ? pieces.slice(1) : pieces
  const last = rest.at(-1) ?? ''
  const isButton =
    rest.length > 1 && /^\p{Lu}?\p{Ll}{1,11}$/u.test(last) && /\d/.test(rest[0] ?? '')
  return isButton && !isWhole(last) ? rest.slice(0, -1) : rest
}

function isWhole(text: string): boolean {
  const { length } = foldedCode(text)
  return length >= shortestCode && length <= longestCode
}

/** Groups of capitals: "ABCD EFGH IJKL". */
function isShouted(
  joined: string,
): (piece: string, index: number, all: readonly string[]) => boolean {
  const { length } = foldedCode(joined)
  return (piece, _, all) =>
    length >= 12 &&
    all.length > 1 &&
    /^[A-Z\d]{3,6}$/.test(piece) &&
    piece.length === all[0]?.length
}

/** A phrase of so many short words, as wallets and some sites give out. */
function isPhrase(pieces: readonly string[]): boolean {
  return (
    [12, 15, 18, 21, 24].includes(pieces.length) &&
    pieces.every((each) => /^[a-z]{3,8}$/.test(each))
  )
}
