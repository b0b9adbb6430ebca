import { boxRuns } from './boxes'
import { choosePrompts } from './choose'
import { closerLook } from './crowd'
import { isFillable } from './fillable'
import { isLookAlike, isOther, isShut } from './gates'
import { kindOf } from './kind'
import { readerOf } from './reading'
import { reasonsFor } from './signals'
import { isTyped } from './typed'
import type { PageSnapshot, Prompt } from './types'

/**
 * Where a page asks for codes, with the reasons for each: the weightiest first, the first on the
 * page among equals, and of each form at most one, and one for recovery codes.
 *
 * [Note: Finding fields] Gates first: facts that rule a field out whatever speaks for it (hidden,
 * an e-mail address, a coupon). Then signals: facts that speak for it or against it, each with a
 * weight; the weights are a logistic regression's, trained on described pages by
 * tools/train-fields.mjs, and no weight has the sign that its signal's reason forbids. Then what
 * kind of code it is: mailed, texted and recovery codes are found to be named, never to be filled
 * with a code of an authenticator. A new signal is one row of signals.ts and one of reasons.ts, a
 * new word one of words.ts (then run tools/pack-words.mjs); train again after either. The costly
 * facts of a snapshot are asked last and only where they can still decide.
 */
export function findPrompts(page: PageSnapshot): readonly Prompt[] {
  return choosePrompts(allPrompts(page), page)
}

/**
 * Whether an authenticator's code may go anywhere on a page. Where `visible` is true of more than
 * is visible, this is true of more, and never of less: it does not choose among prompts.
 */
export function mayAskForCode(page: PageSnapshot): boolean {
  return allPrompts(page).some((prompt) => isFillable(prompt))
}

/** The same before it is chosen among them, in no order: what is brought later chooses. */
export function allPrompts(page: PageSnapshot): readonly Prompt[] {
  const read = readerOf(page)
  return candidatesOf(page).flatMap((indices) => {
    const reading = read(indices)
    if (isShut(reading) || isOther(reading)) return []
    const reasons = reasonsFor(reading)
    if (reasons.length === 0 || isLookAlike(reading)) return []
    if (!reading.fields.every(({ visible }) => visible)) return []
    return [{ fields: indices, kind: kindOf(reading), reasons }]
  })
}

/** What may be a code field: rows of one-digit boxes, and every single field in none of them. */
export function candidatesOf(page: PageSnapshot): readonly (readonly number[])[] {
  const runs = boxRuns(page.fields)
  const inRuns = new Set(runs.flat())
  const deserves = closerLook(page.fields.filter(isTyped).length)
  const singles = page.fields.flatMap((field, index) =>
    inRuns.has(index) || field.maxLength === 1 || !deserves(field) ? [] : [[index]],
  )
  return [...runs, ...singles]
}
