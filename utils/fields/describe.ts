import { rowOf } from './boxes'
import { isTyped } from './typed'
import type { FieldSnapshot, PageSnapshot } from './types'

/**
 * A field that the user pointed out, as plain JSON: many small facts rather than one selector, so
 * that it is found again where the page has changed some of them.
 */
export interface FieldDescription {
  readonly type: string
  readonly name: string
  readonly id: string
  readonly autocomplete: string
  readonly inputMode: string
  readonly placeholder: string
  readonly label: string
  readonly maxLength: number | null
  /** Path and fragment of the page. */
  readonly path: string
  /** Whether it stands in a form. */
  readonly inForm: boolean
  /** Its place among the fields of its form that take text, counted from 0. */
  readonly place: number
  /** How many fields of its form take text. */
  readonly among: number
  /** How many boxes a code is split over; 1 for a whole field. */
  readonly boxes: number
}

/** Facts longer than this are cut: they are kept in the vault. */
const mostText = 80

/** A field is the described one if it shares at least this much of what was described. */
const leastShare = 0.55

/** Describes a field, or the row of boxes it belongs to; `index` is into `page.fields`. */
export function describe(page: PageSnapshot, index: number): FieldDescription {
  const row = rowOf(page.fields, index)
  const [first = index] = row
  const field = page.fields[first]
  if (field === undefined) throw new RangeError('no such field')
  return factsOf(page, field, row.length)
}

/**
 * The field that was described, or the boxes in order; null where none is like it, or where several
 * are. Never one that a person cannot see or type into.
 */
export function findDescribed(
  page: PageSnapshot,
  description: FieldDescription,
): readonly number[] | null {
  const rows = page.fields.flatMap((field, index) => {
    if (!isTyped(field)) return []
    const row = rowOf(page.fields, index)
    return row[0] === index && row.length === description.boxes ? [row] : []
  })
  const scored = rows
    .map((row) => ({ row, share: shareOf(page, row, description) }))
    .filter(({ row, share }) => share >= leastShare && isUsable(page, row))
    .sort((a, b) => b.share - a.share)
  const [best, next] = scored
  if (best === undefined || best.share === next?.share) return null
  return best.row
}

/** What each fact says about whether two fields are one. Of `name` and `id` the letters count. */
const weights: readonly (readonly [fact: keyof FieldDescription, weight: number])[] = [
  ['name', 4],
  ['id', 3],
  ['label', 3],
  ['placeholder', 2],
  ['path', 2],
  ['autocomplete', 1],
  ['type', 1],
  ['inputMode', 1],
  ['maxLength', 1],
  ['inForm', 1],
  ['place', 1],
  ['among', 1],
]

function shareOf(page: PageSnapshot, row: readonly number[], wanted: FieldDescription): number {
  const field = page.fields[row[0] ?? -1]
  if (field === undefined) return 0
  const facts = factsOf(page, field, row.length)
  let same = 0
  let all = 0
  for (const [fact, weight] of weights) {
    // What neither has says nothing.
    if (stable(wanted[fact]) === '' && stable(facts[fact]) === '') continue
    all += weight
    if (stable(wanted[fact]) === stable(facts[fact])) same += weight
  }
  return same / all
}

// Numbers in names, labels and addresses are drawn anew: "input-:r7:", "Step 2", "/login/8112".
function stable(fact: string | number | boolean | null): string {
  return typeof fact === 'string' ? fact.replace(/\d+/g, '').toLowerCase() : String(fact)
}

function factsOf(page: PageSnapshot, field: FieldSnapshot, boxes: number): FieldDescription {
  const fellows = page.fields.filter((other) => other.form === field.form && isTyped(other))
  const cut = (text: string) => text.trim().slice(0, mostText)
  return {
    type: field.type,
    name: cut(field.name),
    id: cut(field.id),
    autocomplete: cut(field.autocomplete),
    inputMode: cut(field.inputMode),
    placeholder: cut(field.placeholder),
    label: cut(field.label),
    maxLength: field.maxLength,
    path: cut(page.path),
    inForm: field.form >= 0,
    place: fellows.indexOf(field),
    among: fellows.length,
    boxes,
  }
}

function isUsable(page: PageSnapshot, row: readonly number[]): boolean {
  return row.every((index) => {
    const field = page.fields[index]
    return field?.visible === true && !field.disabled && !field.readOnly
  })
}
