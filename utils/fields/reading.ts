import { once } from './once'
import { plainText } from './text'
import type { FieldSnapshot, PageSnapshot } from './types'

/** A field, or the boxes of a split one, as signals and gates look at it. */
export interface Reading {
  /** Indices into `PageSnapshot.fields`. */
  readonly indices: readonly number[]
  readonly fields: readonly FieldSnapshot[]
  /** Names and ids, as plain text. */
  readonly names: () => string
  /** Labels and placeholders, as plain text. */
  readonly said: () => string
  /** What the field says of itself: all of the above. */
  readonly own: () => string
  /** Title and address of the page, as plain text. */
  readonly page: () => string
  /** Prose around the field, as plain text. */
  readonly prose: () => string
  /** What the buttons beside it say, as plain text. */
  readonly actions: () => string
  /** The other fields of its form that a person would type into. */
  readonly fellows: () => readonly FieldSnapshot[]
}

/** Reads what a field says. Everything is looked up when it is first asked for. */
export function read(page: PageSnapshot, indices: readonly number[]): Reading {
  const fields = indices.map((index) => page.fields[index]).filter((field) => field !== undefined)
  // Boxes say the same over and over.
  const joined = (said: (field: FieldSnapshot) => string) =>
    once(() => plainText([...new Set(fields.map(said))].join(' | ')))
  return {
    indices,
    fields,
    names: joined(({ name, id }) => `${name} | ${id}`),
    said: joined(({ label, placeholder }) => `${label} | ${placeholder}`),
    own: joined(ownFacts),
    page: once(() => plainText(`${page.title} | ${page.path}`)),
    prose: joined(({ context }) => context),
    actions: joined(({ actions }) => actions),
    fellows: once(() => page.fields.filter((other) => isFellow(other, fields))),
  }
}

/** What one field says of itself, as plain text. */
export function ownText(field: FieldSnapshot): string {
  return plainText(ownFacts(field))
}

function ownFacts({ name, id, label, placeholder }: FieldSnapshot): string {
  return [name, id, label, placeholder].join(' | ')
}

function isFellow(other: FieldSnapshot, fields: readonly FieldSnapshot[]): boolean {
  if (other.form !== fields[0]?.form || fields.includes(other)) return false
  if (other.disabled || other.readOnly || !typed.test(other.type)) return false
  return other.box.width > 1
}

const typed = /^(?:text|tel|number|password|email|search|url|date)$/
