import type { FieldDescription } from '@/utils/fields/describe'
import { roomOf } from '@/utils/fields/dom/room'
import type { Sight } from '@/utils/fields/dom/sight'
import type { PromptKind, Room } from '@/utils/fields/types'
import type { Found } from './find-field'
import type { Watcher } from './watcher'

/** Which code a page asks for, and how long those are that its field takes, where it found one. */
export interface Wanted {
  readonly kind: PromptKind
  readonly room: Room | null
}

/** What finding the code field needs from the outside. */
export interface FieldPorts {
  /** Where the page, as it is now, asks for a code; `described`: the field pointed out, if any. */
  readonly find: (
    roots: readonly ShadowRoot[],
    described: FieldDescription | null,
    recovery?: boolean,
  ) => Found | null
  /** What describes the field that has the focus, if codes may go there. */
  readonly focused: (roots: readonly ShadowRoot[]) => FieldDescription | null
  readonly sight: Sight
}

/**
 * The code field of a document, looked for whenever it is asked for: pages replace theirs.
 * `recovery`: the one for recovery codes.
 */
export interface Field {
  /** The inputs that a code goes into, boxes in order, or null. */
  find(recovery?: boolean): readonly HTMLInputElement[] | null
  /** Which code the page asks for, looking everywhere, or null. */
  wanted(recovery?: boolean): Wanted | null
  /** As `find`, looking everywhere, scrolled into view; null where that is not possible. */
  bring(recovery?: boolean): readonly HTMLInputElement[] | null
  /** The field that was pointed out on this site before; null: leaves what is known. */
  expect(described: FieldDescription | null): void
  /** The field that has the focus is the code field from now on, if codes may go there. */
  point(): FieldDescription | null
  /** The field pointed out in this document, or null. */
  pointed(): FieldDescription | null
}

/** The code field of the document that `watcher` is of. */
export function createField(watcher: Watcher, ports: FieldPorts): Field {
  let expected: FieldDescription | null = null
  let pointed: FieldDescription | null = null

  const look = (recovery?: boolean) => {
    const startMs = performance.now()
    const found = ports.find(watcher.roots(), pointed ?? expected, recovery)
    watcher.tookMs(performance.now() - startMs)
    return found
  }
  const find = (recovery?: boolean) => {
    const inputs = look(recovery)?.inputs ?? []
    return inputs.length > 0 ? inputs : null
  }
  return {
    find,
    wanted(recovery) {
      watcher.searchAll()
      const found = look(recovery)
      return (
        found && { kind: found.kind, room: found.inputs.length > 0 ? roomOf(found.inputs) : null }
      )
    },
    bring(recovery) {
      watcher.searchAll()
      const inputs = find(recovery)
      if (inputs === null || ports.sight.has(inputs)) return inputs
      ports.sight.bring(inputs)
      return ports.sight.has(find(recovery) ?? inputs) ? find(recovery) : null
    },
    expect(described) {
      expected = described ?? expected
    },
    point() {
      watcher.searchAll()
      const focused = ports.focused(watcher.roots())
      pointed = focused ?? pointed
      return focused
    },
    pointed: () => pointed,
  }
}
