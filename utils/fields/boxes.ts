import { isTyped } from './typed'
import type { FieldSnapshot } from './types'

/** A box of a split field is no wider than this, in CSS pixels. */
const maxWidth = 90

/** Between two boxes there is no more than this, a dash in the middle included. */
const maxGap = 60

/** Tops of boxes of one row differ by no more than this, in CSS pixels. */
const maxStep = 6

/**
 * Runs of 4 to 10 neighbouring one-digit boxes, as indices in document order. Boxes are narrow
 * inputs of one size in one row that take one character; or that take more, as widgets do which
 * let a box take a whole pasted code. What hides between them, as a field for the whole code
 * does, is passed over.
 */
export function boxRuns(fields: readonly FieldSnapshot[]): readonly (readonly number[])[] {
  const isBox = (field: FieldSnapshot) =>
    isOpen(field) && (field.maxLength === 1 || mayTakeAll(field))
  const runs: number[][] = []
  let run: number[] = []
  for (const [index, field] of fields.entries()) {
    if (field.type === 'hidden' || (run.length > 0 && isUnseen(field))) continue
    const before = fields[run.at(-1) ?? -1]
    if (before !== undefined && isBox(field) && areNeighbours(before, field)) {
      run.push(index)
    } else {
      runs.push(run)
      run = isBox(field) ? [index] : []
    }
  }
  runs.push(run)
  return runs.filter((boxes) => boxes.length >= 4 && boxes.length <= 10)
}

/** The row of one-digit boxes a field belongs to, as indices; only the field where it is in none. */
export function rowOf(fields: readonly FieldSnapshot[], index: number): readonly number[] {
  return boxRuns(fields).find((run) => run.includes(index)) ?? [index]
}

function isOpen(field: FieldSnapshot): boolean {
  return isTyped(field) && !field.disabled && !field.readOnly
}

// Fields are looked at one after the other only where boxes came before them.
function isUnseen({ box }: FieldSnapshot): boolean {
  return box.width <= 1 || box.height <= 1
}

function mayTakeAll(field: FieldSnapshot): boolean {
  return field.maxLength === null || field.maxLength >= 6
}

function areNeighbours(a: FieldSnapshot, b: FieldSnapshot): boolean {
  return (
    a.type === b.type &&
    a.box.width > 0 &&
    a.box.width <= maxWidth &&
    Math.abs(a.box.top - b.box.top) <= maxStep &&
    Math.abs(a.box.width - b.box.width) <= maxStep &&
    b.box.left > a.box.left &&
    b.box.left - (a.box.left + a.box.width) <= maxGap
  )
}
