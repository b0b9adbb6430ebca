import type { Sight } from '@/utils/fields/dom/sight'
import { type Why, watch } from '@/utils/fields/dom/watch'
import { writeCode } from '@/utils/fields/dom/write'
import type { FillDecision } from '@/utils/messages/contract'
import { createQueue } from './queue'

/** Why to look, the weightier the later: `told` is the background's word. */
const reasons = ['changed', 'anew', 'told'] as const satisfies readonly (Why | 'told')[]
type Reason = (typeof reasons)[number]

/** What the filler needs from the outside. */
export interface FillerPorts {
  /** Asks for a code; `holds`: the field still has the one that arrival typed. */
  readonly ask: (holds: boolean) => Promise<FillDecision>
  /** Says that the code that came last was not typed. */
  readonly unused: () => void
  /** False once the extension is gone from under the page. */
  readonly isConnected: () => boolean
  /** The code field's inputs as the page is now, boxes in order, or null. */
  readonly find: (roots: readonly ShadowRoot[]) => readonly HTMLInputElement[] | null
  readonly sight: Sight
}

/** The filler of one document. */
export interface Filler {
  /** From now on fills on arrival. Where it does so already, it looks again. */
  watch(): void
  /**
   * Looks again because the user did something outside of the page; where it watches, and only
   * there. What was filled on arrival and is still there as it was gives way to a newer code.
   */
  again(): void
  /** Whether the page has a code field. */
  has(): Promise<boolean>
  /** Writes a code that the user asked for, over what is there. True if the field took it. */
  write(code: string): Promise<boolean>
}

/**
 * Fills the code field of a document: when the user asks, and once it watches, on arrival. Before
 * `watch` it observes nothing, listens to nothing and asks for nothing: on a site that is not
 * allowed it is there for one request of the user's.
 *
 * [Note: Filling on arrival] Only into a field that is empty and in view, each element once. A
 * field that comes up after a fill gets another one only when the user did something in between:
 * a page that draws its prompt anew by itself, be it its framework's way, is not fed codes in a
 * loop. Whether such a prompt, or the same one after a navigation, was refused, and whether a code
 * was typed before, only the background can tell ([Note: Never twice], [Note: Refused once]): it
 * may have us ask again a little later. A field is asked for once, and again then, when the user
 * comes back to it, or when the background says so. Told so, it also takes a field that still
 * holds what arrival put there, untouched by the user: after a new secret the old one's code is of
 * no use. What the user asked for stays.
 */
export function createFiller(document: Document, ports: FillerPorts): Filler {
  const filled = new WeakSet<HTMLInputElement>()
  const asked = new WeakSet<HTMLInputElement>()
  const queue = createQueue()
  let userActed = true
  let watches = false
  let due: Reason | null = null
  let later: ReturnType<typeof setTimeout> | undefined
  /** What arrival left in a field, until the user types there. */
  const left = new WeakMap<HTMLInputElement, string>()
  let writing = false
  const ending = new AbortController()

  /** Once the extension was reloaded, another of us takes over: this one lets go of the page. */
  const isOver = () => {
    if (ports.isConnected()) return false
    watches = false
    ending.abort()
    watching.stop()
    ports.sight.forget()
    clearTimeout(later)
    return true
  }
  const look = (why: Reason) => {
    if (isOver()) return
    const waiting = due !== null
    due = due === null || reasons.indexOf(why) > reasons.indexOf(due) ? why : due
    if (!waiting) void queue.add(arrive)
  }
  const watching = watch(document, look)
  const find = () => {
    const startMs = performance.now()
    const inputs = ports.find(watching.roots())
    watching.tookMs(performance.now() - startMs)
    return inputs
  }

  const isFree = (inputs: readonly HTMLInputElement[], why: Reason | null) =>
    inputs.every((input) => input.value === '' && !filled.has(input)) ||
    (why === 'told' && inputs.every((input) => left.get(input) === input.value))

  const arrive = async () => {
    const why = due
    due = null
    const inputs = userActed || why === 'told' ? find() : null
    if (inputs === null || !isFree(inputs, why)) return ports.sight.forget()
    // What may lie over a field is known only where it is in view.
    if (!ports.sight.has(inputs)) return ports.sight.await(inputs, () => look('anew'))
    ports.sight.forget()
    if (why === 'changed' && inputs.every((input) => asked.has(input))) return
    for (const input of inputs) asked.add(input)
    const decision = await ports.ask(inputs.some((input) => input.value !== ''))
    if (isOver()) return
    clearTimeout(later)
    if (decision.kind === 'code') await fill(decision.code, why)
    if (decision.kind === 'wait') later = setTimeout(askAgain, decision.forMs, why)
  }
  // A page that is hidden by then asks when it is shown.
  const askAgain = (why: Reason | null) => {
    if (document.visibilityState !== 'hidden') look(why === 'told' ? 'told' : 'anew')
  }
  const fill = async (code: string, why: Reason | null) => {
    // The page may have gone on, and the user typed, while the background thought about it.
    const inputs = find()
    if (document.visibilityState === 'hidden' || inputs === null || !isFree(inputs, why)) {
      return ports.unused()
    }
    if (!ports.sight.has(inputs)) {
      ports.unused()
      return ports.sight.await(inputs, () => look('anew'))
    }
    if (!(await write(code, inputs))) return
    for (const input of find() ?? []) if (input.value !== '') left.set(input, input.value)
  }
  const write = async (code: string, inputs: readonly HTMLInputElement[]) => {
    for (const input of inputs) {
      filled.add(input)
      left.delete(input)
    }
    userActed = false
    writing = true
    try {
      return await writeCode(find, code)
    } finally {
      writing = false
    }
  }
  const findAnywhere = () => {
    watching.searchAll()
    return find()
  }

  const findInSight = () => {
    const inputs = findAnywhere()
    if (inputs === null || ports.sight.has(inputs)) return inputs
    ports.sight.bring(inputs)
    return ports.sight.has(find() ?? inputs) ? find() : null
  }

  const act = (event: Event) => {
    if (!isOver() && event.isTrusted) userActed = true
  }
  // The browser types for us where a page wants it so: while we write, it is not the user.
  const edit = (event: Event) => {
    if (isOver()) return
    const [target] = event.composedPath()
    if (event.isTrusted && !writing && target instanceof HTMLInputElement) left.delete(target)
  }
  const begin = () => {
    watches = true
    const listening = { signal: ending.signal, capture: true }
    document.addEventListener('input', edit, listening)
    for (const type of ['keydown', 'pointerdown']) document.addEventListener(type, act, listening)
    watching.start()
  }
  const again = () => {
    if (watches) look('told')
  }
  return {
    watch: () => (watches ? again() : begin()),
    again,
    has: () => queue.add(async () => findAnywhere() !== null),
    write: (code) =>
      queue.add(async () => {
        const inputs = findInSight()
        return inputs !== null && write(code, inputs)
      }),
  }
}
