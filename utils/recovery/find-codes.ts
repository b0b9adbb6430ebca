import { plainText } from '@/utils/fields/text'
import { foldedCode, mostRecoveryCodes } from '@/utils/vault/recovery-code'
import { type ReadLine, readLine } from './candidates'
import { isOtherList, isRandom, shapeOf } from './shape'
import { codeNoun, otherList, recovery } from './words'

/** What a page says, as a person reads it. */
export interface PageText {
  readonly title: string
  /** A line for each line of the page; cells of tables are set apart by tabs. */
  readonly text: string
}

/** Lines that are looked at, and how much of each: pages may be of any size. */
const mostLines = 4_000
const longestLine = 600
/** What stands so many lines before or after a block speaks of it. */
const linesBefore = 12
const linesAfter = 5
/** Fewer codes are no block; of digits alone, which much else is made of, one more. */
const fewestCodes = 3
/** What stands between the codes of a block: buttons, numbers. */
const gapLines = 3
const gapLength = 24

interface Run {
  readonly codes: readonly string[]
  readonly first: number
  readonly last: number
}

/**
 * The recovery codes that a page shows, in its order; empty where it shows none. A block of codes
 * that are all written in the same way counts, near words for them, and a single long code right
 * behind such words; dates, numbers of orders, keys and the secret of a set-up code do not.
 */
export function findRecoveryCodes({ title, text }: PageText): readonly string[] {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, mostLines)
    .map((line) => readLine(line.slice(0, longestLine)))
  const isTitled = speaksOfCodes(title)
  const blocks = runsIn(lines).filter((run) => isBlock(run) && isNamed(run, lines, isTitled))
  const largest = blocks.reduce<Run | null>(
    (best, run) => (best === null || run.codes.length > best.codes.length ? run : best),
    null,
  )
  return largest?.codes ?? singleCode(lines)
}

/** Runs of codes of one shape, each code once. */
function runsIn(lines: readonly ReadLine[]): readonly Run[] {
  const shapes = new Set(lines.flatMap(({ candidates }) => candidates.map(shapeOf)))
  return [...shapes].flatMap((shape) => runsOf(shape, lines))
}

function runsOf(shape: string, lines: readonly ReadLine[]): readonly Run[] {
  const runs: { codes: Map<string, string>; first: number; last: number }[] = []
  for (const [index, { candidates }] of lines.entries()) {
    const found = candidates.filter((code) => shapeOf(code) === shape)
    if (found.length === 0) continue
    const open = runs.at(-1)
    const goesOn = open !== undefined && isGap(lines.slice(open.last + 1, index))
    const run = goesOn ? open : { codes: new Map<string, string>(), first: index, last: index }
    if (!goesOn) runs.push(run)
    run.last = index
    for (const code of found) {
      const fold = foldedCode(code)
      if (!run.codes.has(fold)) run.codes.set(fold, code)
    }
  }
  return runs.map(({ codes, first, last }) => ({ codes: [...codes.values()], first, last }))
}

function isGap(lines: readonly ReadLine[]): boolean {
  return lines.length <= gapLines && lines.every(({ said }) => said.length <= gapLength)
}

function isBlock({ codes }: Run): boolean {
  const fewest = fewestCodes + (codes.every((code) => /^[\d\s-]+$/.test(code)) ? 1 : 0)
  if (codes.length < fewest || codes.length > mostRecoveryCodes) return false
  return isRandom(codes) && !isOtherList(codes)
}

/** Whether what stands by a block calls it so, and nothing closer calls it something else. */
function isNamed({ first, last }: Run, lines: readonly ReadLine[], isTitled: boolean): boolean {
  const before = lines.slice(Math.max(0, first - linesBefore), first + 1).reverse()
  const after = lines.slice(last + 1, last + 1 + linesAfter)
  const isOther = ({ said }: ReadLine) => otherList.has(plainText(said))
  const speaks = before.findIndex(({ said }) => speaksOfCodes(said))
  const speaksOther = before.findIndex(isOther)
  if (speaks >= 0) return speaksOther < 0 || speaks <= speaksOther
  return speaksOther < 0 && (isTitled || after.some(({ said }) => speaksOfCodes(said)))
}

/** Whether a text has a word for recovery and one for codes. */
function speaksOfCodes(text: string): boolean {
  const plain = plainText(text)
  return recovery.has(plain) && codeNoun.has(plain)
}

/** A long code that stands alone, right behind the words for it. */
function singleCode(lines: readonly ReadLine[]): readonly string[] {
  for (const [index, { candidates, said }] of lines.entries()) {
    const [code, ...more] = candidates
    if (code === undefined || more.length > 0 || !isLong(code)) continue
    const around = lines.slice(Math.max(0, index - 2), index)
    const own = speaksOfCodes(said) || around.some((line) => speaksOfCodes(line.said))
    const isOther = [...around, { said }].some((line) => otherList.has(plainText(line.said)))
    if (own && !isOther) return [code]
  }
  return []
}

/** Long enough for one that serves alone, and no secret of a set-up code (base32). */
function isLong(code: string): boolean {
  const plain = foldedCode(code)
  if (/^[a-z]{3,8}(?: [a-z]{3,8}){11,}$/.test(code)) return true
  return (
    plain.length >= 16 && /\d/.test(plain) && !/^[a-z2-7]+$/.test(plain) && !isOtherList([code])
  )
}
