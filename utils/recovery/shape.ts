import { foldedCode } from '@/utils/vault/recovery-code'

/**
 * How a code is written: the lengths of its groups and what stands between them; of words only how
 * many there are.
 */
export function shapeOf(code: string): string {
  const groups = code.split('-')
  if (isWords(groups)) return `${groups.length} words`
  return code.replace(/[a-z\d]+/gi, ({ length }) => String(length))
}

const year = /^(?:19|20)\d\d$/
const day = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/

/** What other things than codes are written like, all of them in the same way. */
const looksLike: readonly ((codes: readonly string[]) => boolean)[] = [
  // Dates, however they are set apart, and spans of years.
  (codes) => codes.every((code) => /^\d{4}\D\d\d\D\d\d$|^\d\d\D\d\d\D\d{4}$/.test(code)),
  (codes) => codes.every((code) => day.test(code)),
  (codes) => codes.every((code) => code.split(/\D/).every((group) => year.test(group))),
  // Telephone numbers, and those of cards.
  (codes) => codes.every((code) => /^\d{3}\D\d{3}\D\d{4}$|^\d{3}\D\d{4}$/.test(code)),
  (codes) => codes.every((code) => /^\d{4}(?:\D\d{4}){3}$|^\d{16}$/.test(code)),
  // Numbers that were given out one after the other: "INV-2026001", "INV-2026002".
  (codes) => codes.length > 1 && commonStart(codes.map(foldedCode)) * 3 >= foldedLength(codes),
]

/** Whether codes of one shape are something else that comes in lists. */
export function isOtherList(codes: readonly string[]): boolean {
  return looksLike.some((is) => is(codes))
}

/** Whether codes were made by chance, as far as their letters and digits tell. */
export function isRandom(codes: readonly string[]): boolean {
  // Digits, or capitals within a group: "eDIsO-mUnc".
  const byChance = codes.filter((code) => /\d|[a-z][A-Z]/.test(code)).length
  if (byChance * 2 >= codes.length) return true
  // Letters alone: groups of one length in one case, as no words are.
  return codes.every((code) => {
    const groups = code.split(/[^a-z\d]+/i)
    const isEven = groups.length > 1 && new Set(groups.map(({ length }) => length)).size === 1
    return (
      isWords(groups) || (isEven && (code === code.toUpperCase() || code === code.toLowerCase()))
    )
  })
}

/** "yellow-river-table": words tied together, three or more. */
function isWords(groups: readonly string[]): boolean {
  return groups.length >= 3 && groups.every((group) => /^[a-z]{3,10}$/.test(group))
}

function commonStart(codes: readonly string[]): number {
  const [first = '', ...others] = codes
  let length = 0
  while (length < first.length && others.every((code) => code[length] === first[length]))
    length += 1
  return length
}

function foldedLength([first = '']: readonly string[]): number {
  return foldedCode(first).length
}
