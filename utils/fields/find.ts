import { boxRuns } from './boxes'
import { closerLook } from './crowd'
import { isOpen } from './gates'
import { kindOf } from './kind'
import { reasonsFor, speaksForCode, threshold, weightOf } from './signals'
import type { FieldSnapshot, PageSnapshot, Prompt, Reason } from './types'

/** Boxes in a row are a code field in themselves, unless something shuts a gate. */
const boxReason: Reason = { signal: 'one-digit boxes', weight: 3 }

/**
 * Where a page asks for codes, with the reasons for each: the weightiest first, the first on the
 * page among equals, and at most one of each form.
 *
 * [Note: Finding fields] Gates first: facts that rule a field out whatever speaks for it (hidden,
 * an e-mail address, a coupon). Then signals: facts that speak for it, each with a weight;
 * together they must reach a threshold. Then what kind of code it is: mailed, texted and recovery
 * codes are found to be named, never to be filled with a code of an authenticator. A new signal
 * is one row of signals.ts or one word of words.ts. The costly facts of a snapshot are asked last
 * and only where they can still decide.
 */
export function findPrompts(page: PageSnapshot): readonly Prompt[] {
  const runs = boxRuns(page.fields, (field) => speaksForCode(field, page))
  const inRuns = new Set(runs.flat())
  const deserves = closerLook(page.fields)
  const singles = page.fields.flatMap((field, index) =>
    inRuns.has(index) || field.maxLength === 1 || !deserves(field) ? [] : [[index]],
  )
  const candidates = [
    ...runs.map((fields) => candidate(fields, page, [boxReason])),
    ...singles.map((fields) => candidate(fields, page, [])),
  ].filter((found) => found !== null)
  return onePerForm(
    candidates.sort((a, b) => weightOf(b.reasons) - weightOf(a.reasons)),
    page,
  )
}

/** Whether a code of an authenticator may go into what a prompt asks for. */
export function isFillable(prompt: Prompt): boolean {
  return prompt.kind === 'authenticator' || prompt.kind === 'unknown'
}

function onePerForm(prompts: readonly Prompt[], page: PageSnapshot): readonly Prompt[] {
  const formOf = (prompt: Prompt) => page.fields[prompt.fields[0] ?? -1]?.form
  return prompts.filter(
    (prompt, index) => prompts.findIndex((other) => formOf(other) === formOf(prompt)) === index,
  )
}

function candidate(
  indices: readonly number[],
  page: PageSnapshot,
  given: readonly Reason[],
): Prompt | null {
  const fields = indices.map((index) => page.fields[index]).filter((field) => field !== undefined)
  const reasons = strongest(fields, page, given)
  if (weightOf(reasons) < threshold) return null
  const open = fields.every(isOpen)
  return open ? { fields: indices, kind: kindOf(fields, page), reasons } : null
}

function strongest(
  fields: readonly FieldSnapshot[],
  page: PageSnapshot,
  given: readonly Reason[],
): readonly Reason[] {
  return fields
    .map((field) => reasonsFor(field, page, given))
    .reduce((most, reasons) => (weightOf(reasons) > weightOf(most) ? reasons : most), [])
}
