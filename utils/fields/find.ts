import { boxRuns } from './boxes'
import { closerLook } from './crowd'
import { isOther, isShut } from './gates'
import { type Reading, readerOf } from './reading'
import type { Scan } from './scan'
import { reasonsFor } from './signals'
import { isTyped } from './typed'
import type { PageSnapshot, Prompt } from './types'

/** A place on the page that seems to be for a code of any kind. */
export interface Likely extends Pick<Prompt, 'fields' | 'reasons'> {
  readonly reading: Reading
}

/**
 * Where a page seems to ask for codes, with the reasons for each, in no order.
 *
 * [Note: Finding fields] Gates first: facts that rule a field out whatever speaks for it (hidden,
 * an e-mail address, a coupon). Then signals: facts that speak for it or against it, each with a
 * weight; the weights are a logistic regression's, trained on described pages by
 * tools/train-fields.mjs, and no weight has the sign that its signal's reason forbids. The costly
 * facts of a snapshot are asked last and only where they can still decide. All this is where one can
 * type. What looks closer (judge.ts) comes with what fills: it tells what kind of code it is, as
 * mailed, texted and recovery codes are found to be named, never to be filled with a code of an
 * authenticator. A new signal is one row of signals.ts and one of reasons.ts (and its index in
 * `telling`, if it speaks of codes), a new word one of words.ts (then run tools/pack-words.mjs); train
 * again after either.
 */
export function likelyFields(page: PageSnapshot, scan?: Scan): readonly Likely[] {
  const read = readerOf(page, scan)
  return candidatesOf(page).flatMap((indices) => {
    const reading = read(indices)
    if (isShut(reading) || isOther(reading)) return []
    const reasons = reasonsFor(reading)
    if (reasons.length === 0 || !reading.fields.every(({ visible }) => visible)) return []
    return [{ fields: indices, reasons, reading }]
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
