import { codeInputs, type PageFacts, wantsCode } from './page'

/** What the detector found on one page, as indices of the page's inputs (-1: none of them). */
export interface Outcome {
  readonly page: PageFacts
  readonly found: readonly (readonly number[])[]
  readonly costMs: number
}

/** The measure, in percent, pages and milliseconds. */
export interface Scores {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly falseNone: number
  readonly falseRecovery: number
  readonly medianMs: number
  readonly p95Ms: number
}

/**
 * Whether a page is answered right: exactly the inputs of its code fields, the boxes of each in
 * order, none of them twice; and nothing where there is none.
 */
export function isRight({ page, found }: Outcome): boolean {
  const all = found.flat()
  if (!wantsCode(page)) return all.length === 0
  const fields = codeInputs(page)
  const ordered = fields.every((field) =>
    field.every((input, index) => all.filter((each) => field.includes(each))[index] === input),
  )
  return ordered && all.length === fields.flat().length
}

/** Scores of TOTP pages against recovery pages and pages without codes. */
export function scoresOf(outcomes: readonly Outcome[]): Scores {
  const kinds = (pattern: RegExp) => outcomes.filter(({ page }) => pattern.test(page.page_kind))
  const wanted = kinds(/^totp-/)
  const none = kinds(/^none\//).filter(answers)
  const recovery = kinds(/^recovery-code$/).filter(answers)
  const right = wanted.filter(isRight).length
  const wrong = wanted.filter((each) => answers(each) && !isRight(each)).length
  const precision = right / Math.max(1, right + wrong + none.length + recovery.length)
  const recall = right / Math.max(1, wanted.length)
  const costs = outcomes.map(({ costMs }) => costMs).sort((a, b) => a - b)
  const at = (share: number) => round(costs[Math.floor(costs.length * share)] ?? 0)
  return {
    precision: round(100 * precision),
    recall: round(100 * recall),
    f1: round((200 * precision * recall) / Math.max(1e-9, precision + recall)),
    falseNone: none.length,
    falseRecovery: recovery.length,
    medianMs: at(0.5),
    p95Ms: at(0.95),
  }
}

const answers = ({ found }: Outcome) => found.flat().length > 0
const round = (value: number) => Math.round(value * 100) / 100
