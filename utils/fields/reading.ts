import { once } from './once'
import { both, type Said } from './said'
import { type Scan, scan } from './scan'
import { types } from './typed'
import type { FieldSnapshot, PageSnapshot } from './types'

/** A field, or the boxes of a split one, as signals and gates look at it. */
export interface Reading {
  readonly fields: readonly FieldSnapshot[]
  /** Names and ids. */
  readonly names: () => Said
  /** Labels and placeholders. */
  readonly said: () => Said
  /** Labels alone. */
  readonly label: () => Said
  /** Placeholders alone. */
  readonly placeholder: () => Said
  /** What the field says of itself: all of the above. */
  readonly own: () => Said
  /** Title and address of the page. */
  readonly page: () => Said
  /** Prose around the field. */
  readonly prose: () => Said
  /** What the buttons beside it say. */
  readonly actions: () => Said
  /** The other fields of its form that a person would type into. */
  readonly fellows: () => readonly FieldSnapshot[]
  /** What another field says of itself. */
  readonly ownOf: (field: FieldSnapshot) => Said
}

/**
 * Reads what the fields of a page say. Everything is looked up when it is first asked for, and each
 * text is read once, however many fields share it.
 */
export function readerOf(
  page: PageSnapshot,
  scanText: Scan = scan,
): (indices: readonly number[]) => Reading {
  const known = new Map<string, Said>()
  const readText = (text: string) => {
    const said = known.get(text) ?? scanText(text)
    known.set(text, said)
    return said
  }
  const ofPage = once(() => scanText(`${page.title} | ${page.path}`))
  return (indices) => {
    const fields = indices.map((index) => page.fields[index]).filter((field) => field !== undefined)
    // Boxes say the same over and over.
    const joined = (said: (field: FieldSnapshot) => string) =>
      once(() => readText([...new Set(fields.map(said))].join(' | ')))
    const names = joined(namesOf)
    const said = joined(saidOf)
    return {
      fields,
      names,
      said,
      label: joined(({ label }) => label),
      placeholder: joined(({ placeholder }) => placeholder),
      own: once(() => both(names(), said())),
      page: ofPage,
      prose: joined(({ context }) => context),
      actions: joined(({ actions }) => actions),
      fellows: once(() => page.fields.filter((other) => isFellow(other, fields))),
      ownOf: (field) => both(readText(namesOf(field)), readText(saidOf(field))),
    }
  }
}

function namesOf({ name, id }: FieldSnapshot): string {
  return `${name} | ${id}`
}

function saidOf({ label, placeholder }: FieldSnapshot): string {
  return `${label.replace(ofLibraries, '')} | ${placeholder}`
}

/** What component libraries call every box of theirs, whatever it is for. */
const ofLibraries = /^(?:PinInput|please enter your pin code|pin code \d of \d+)$/i

function isFellow(other: FieldSnapshot, fields: readonly FieldSnapshot[]): boolean {
  if (other.form !== fields[0]?.form || fields.includes(other)) return false
  if (other.disabled || other.readOnly || !typed.includes(other.type)) return false
  return other.box.width > 1
}

const typed = [...types, 'email', 'search', 'url', 'date']
