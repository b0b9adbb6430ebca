import type { FieldDescription } from '@/utils/fields/describe'
import { type ArrivalPorts, createArrival, type Reason } from './arrival'
import { createField, type FieldPorts, type Wanted } from './field'
import { createQueue } from './queue'
import type { Watcher } from './watcher'
import { createWriter, type WriterPorts } from './writer'

/** What the filler needs from the outside. */
export interface FillerPorts extends Omit<ArrivalPorts, 'isOver'>, FieldPorts, WriterPorts {}

/** The filler of one document. */
export interface Filler {
  /** Fills on arrival: called by the watcher alone, where it watches. */
  look(why: Reason): void
  /** The field that was pointed out on this site, as far as anybody could tell just now. */
  know(described: FieldDescription | null | undefined): void
  /**
   * Which code the page asks for; `field`: the one pointed out on its site, if any; `recovery`:
   * whether it asks for a recovery code, whatever else it asks for.
   */
  wanted(field: FieldDescription | null, recovery?: boolean): Promise<Wanted | null>
  /**
   * Writes a code that the user asked for, over what is there; a recovery code goes where one is
   * asked for alone. True if the field took it.
   */
  write(
    code: string,
    field: FieldDescription | null,
    submit: boolean,
    recovery?: boolean,
  ): Promise<boolean>
  /** The field that has the focus is the code field from now on; what describes it, or null. */
  point(): FieldDescription | null
  /** What describes the field that was pointed out in this document, or null. */
  pointed(): FieldDescription | null
}

/**
 * Fills the code field of a document: when the user asks, and where the watcher has it look, on
 * arrival. Before that it observes nothing, listens to nothing and asks for nothing: on a site that
 * is not allowed it is there for one request of the user's.
 *
 * [Note: Filling on arrival] Only into a field that is empty and in view, each element once. A
 * field that comes up after a fill gets another one only when the user did something in between:
 * a page that draws its prompt anew by itself, be it its framework's way, is not fed codes in a
 * loop. Whether such a prompt, or the same one after a navigation, was refused, and whether a code
 * was typed before, only the background can tell ([Note: Never twice], [Note: Refused once]): it
 * may have us ask again a little later. A field is asked for once, and again then, when the user
 * comes back to it, or when the background says so. Told so, and when the page comes back out of
 * the browser's cache, it also takes a field that still holds what arrival put there, untouched by
 * the user: after a new secret the old one's code is of no use, nor is that of an earlier visit. So
 * it does once the time of a code is over and the user does something in the page: where name,
 * password and code are asked for together, typing the first two takes longer than that. What the
 * user asked for stays.
 */
export function createFiller(document: Document, watcher: Watcher, ports: FillerPorts): Filler {
  const queue = createQueue()
  const { isOver, listening } = watcher
  let began = false
  const field = createField(watcher, ports)
  const writer = createWriter(field, ports)
  const arrival = createArrival(document, { field, writer, queue }, { ...ports, isOver })

  const act = (event: Event) => {
    if (isOver() || !event.isTrusted) return
    const [target] = event.composedPath()
    if (event.type !== 'input') arrival.acted()
    else if (target instanceof HTMLInputElement) writer.edited(target)
  }
  const comeBack = (event: Event) => {
    if (!(event.isTrusted && 'persisted' in event && event.persisted)) return
    arrival.acted()
    arrival.look('told')
  }
  const begin = () => {
    began = true
    listening.hear(document, ['keydown', 'pointerdown', 'input'], act)
    listening.hear(window, ['pageshow'], comeBack)
    listening.atEnd(() => {
      ports.sight.forget()
      arrival.stop()
    })
  }
  return {
    look(why) {
      if (!began) begin()
      arrival.look(why)
    },
    know: arrival.know,
    point: field.point,
    pointed: field.pointed,
    wanted: (known, recovery) =>
      queue.add(async () => {
        field.expect(known)
        return field.wanted(recovery)
      }),
    write: (code, known, submit, recovery) =>
      queue.add(async () => {
        field.expect(known)
        const inputs = field.bring(recovery)
        if (inputs === null) return false
        arrival.wrote()
        return writer.write(code, inputs, submit, recovery)
      }),
  }
}
