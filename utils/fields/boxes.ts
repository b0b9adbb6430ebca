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
 * let a box take a whole pasted code, where `speaksForCode` finds a sign of a code in them.
 */
export function boxRuns(
  fields: readonly FieldSnapshot[],
  speaksForCode: (field: FieldSnapshot) => boolean,
): readonly (readonly number[])[] {
  const isBox = (field: FieldSnapshot) =>
    isOpen(field) && (field.maxLength === 1 || (mayTakeAll(field) && speaksForCode(field)))
  const runs: number[][] = []
  let run: number[] = []
  for (const [index, field] of fields.entries()) {
    if (field.type === 'hidden') continue
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
  // Whoever points at a box says that it takes a code.
  return boxRuns(fields, () => true).find((run) => run.includes(index)) ?? [index]
}

function isOpen(field: FieldSnapshot): boolean {
  return isTyped(field) && !field.disabled && !field.readOnly
}

function mayTakeAll(field: FieldSnapshot): boolean {
  return field.maxLength === null || field.maxLength >= 4
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
