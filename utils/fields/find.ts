import { boxRuns } from './boxes'
import { shutGate } from './gates'
import { reasonsFor, speaksForCode, threshold, weightOf } from './signals'
import type { CodeFields, FieldSnapshot, PageSnapshot, Reason } from './types'

/** Boxes in a row are a code field in themselves, unless something shuts a gate. */
const boxReason: Reason = { signal: 'one-digit boxes', weight: 3 }

/**
 * The code field of a page, with the reasons for it: the candidate with the weightiest reasons,
 * the first among equals. Null where no candidate has reasons enough.
 *
 * [Note: Finding fields] Gates first: facts that rule a field out whatever speaks for it (hidden,
 * an e-mail address, a recovery code). Then signals: facts that speak for it, each with a weight;
 * together they must reach a threshold. A new signal is one row of signals.ts or one word of
 * words.ts. The costly facts of a snapshot are asked last and only where they can still decide.
 */
export function findCodeFields(page: PageSnapshot): CodeFields | null {
  const runs = boxRuns(page.fields, (field) => speaksForCode(field, page))
  const inRuns = new Set(runs.flat())
  const singles = page.fields.flatMap((field, index) =>
    inRuns.has(index) || field.maxLength === 1 ? [] : [[index]],
  )
  const candidates = [
    ...runs.map((fields) => candidate(fields, page, [boxReason])),
    ...singles.map((fields) => candidate(fields, page, [])),
  ]
  return best(candidates.filter((found) => found !== null))
}

function candidate(
  indices: readonly number[],
  page: PageSnapshot,
  given: readonly Reason[],
): CodeFields | null {
  const fields = indices.map((index) => page.fields[index]).filter((field) => field !== undefined)
  const reasons = strongest(fields, page, given)
  if (weightOf(reasons) < threshold) return null
  const open = fields.every((field) => shutGate(field, page) === null)
  return open ? { fields: indices, reasons } : null
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

function best(candidates: readonly CodeFields[]): CodeFields | null {
  return candidates.reduce<CodeFields | null>(
    (most, found) =>
      most === null || weightOf(found.reasons) > weightOf(most.reasons) ? found : most,
    null,
  )
}
