import type { FieldDescription } from '@/utils/fields/describe'
import { isEmpty } from '@/utils/fields/dom/empty'
import { focusBeside } from '@/utils/fields/dom/focus'
import { roomOf } from '@/utils/fields/dom/room'
import type { Sight } from '@/utils/fields/dom/sight'
import type { Why } from '@/utils/fields/dom/watch'
import type { Room } from '@/utils/fields/types'
import type { FillDecision } from '@/utils/messages/contract'
import type { Field } from './field'
import type { Queue } from './queue'
import type { Writer } from './writer'

/** Why to look, the weightier the later: `told` is the background's word. */
const reasons = ['changed', 'loaded', 'anew', 'told'] as const satisfies readonly (Why | 'told')[]
/** Why arrival looks for a field. */
export type Reason = (typeof reasons)[number]

/** What filling on arrival needs from the outside. */
export interface ArrivalPorts {
  /**
   * Asks for a code; `holds`: the field still has the one that arrival typed; `room`: for codes of
   * which length it is. Null where nobody answers.
   */
  readonly ask: (holds: boolean, room: Room) => Promise<FillDecision | null>
  /** Says that the code that came last was not typed. */
  readonly unused: () => void
  /** Asks which field was pointed out on this site. */
  readonly pointed: () => Promise<FieldDescription | null>
  readonly sight: Sight
  /** True once the extension is gone from under the page: nothing more is done then. */
  readonly isOver: () => boolean
}

/** What arrival works with. */
export interface ArrivalParts {
  readonly field: Field
  readonly writer: Writer
  readonly queue: Queue
}

/** Filling on arrival in one document. */
export interface Arrival {
  look(why: Reason): void
  /** The field that was pointed out on this site; null: none; missing: nobody could tell yet. */
  know(pointed: FieldDescription | null | undefined): void
  /** Something of ours was written: only what the user does makes a new field worth a code. */
  wrote(): void
  /** The user did something in the page. */
  acted(): void
  stop(): void
}

/** Fills the code field on arrival: [Note: Filling on arrival]. */
export function createArrival(
  document: Document,
  { field, writer, queue }: ArrivalParts,
  ports: ArrivalPorts,
): Arrival {
  const asked = new WeakSet<HTMLInputElement>()
  const { sight } = ports
  let userActed = true
  /** False: nobody could tell, as while locked; that may be different when one comes back. */
  let knowsPointed: boolean | null = null
  /** From then on the user's next doing makes what arrival left in the field worth a newer code. */
  let staleAtMs = Number.POSITIVE_INFINITY
  let due: Reason | null = null
  let later: ReturnType<typeof setTimeout> | undefined

  const look = (why: Reason) => {
    if (ports.isOver()) return
    const waiting = due !== null
    due = due === null || reasons.indexOf(why) > reasons.indexOf(due) ? why : due
    if (!waiting) void queue.add(arrive)
  }
  const isHidden = () => document.visibilityState === 'hidden'
  // A page that is hidden by then asks when it is shown.
  const askAgain = (why: Reason | null) => {
    if (!isHidden()) look(why === 'told' ? 'told' : 'anew')
  }
  const learn = async (why: Reason | null) => {
    if (why !== 'told' && (knowsPointed || (knowsPointed === false && why === 'changed'))) return
    know(await ports.pointed())
  }
  const know = (pointed: FieldDescription | null | undefined) => {
    knowsPointed = pointed === undefined ? null : pointed !== null
    field.expect(pointed ?? null)
  }
  const isStale = () => Date.now() >= staleAtMs
  const arrive = async () => {
    const why = due
    due = null
    const told = why === 'told'
    await learn(why)
    if (ports.isOver()) return
    const anew = told || isStale()
    const inputs = userActed || told ? field.find() : null
    if (inputs === null || !writer.isFree(inputs, anew)) return sight.forget()
    // What may lie over a field is known only where it is in view.
    if (!sight.has(inputs)) return sight.await(inputs, () => look('anew'))
    sight.forget()
    if (why === 'changed' && inputs.every((input) => asked.has(input))) return
    for (const input of inputs) asked.add(input)
    const decision = await ports.ask(!inputs.every(isEmpty), roomOf(inputs))
    if (ports.isOver()) return
    clearTimeout(later)
    const forMs = decision && 'forMs' in decision ? decision.forMs : Number.POSITIVE_INFINITY
    staleAtMs = Date.now() + forMs
    if (decision?.kind === 'code') await fill(decision, anew)
    if (decision?.kind === 'wait') later = setTimeout(askAgain, forMs, why)
  }
  const fill = async ({ code, submit }: { code: string; submit: boolean }, anew: boolean) => {
    // The page may have gone on, and the user typed, while the background thought about it.
    const inputs = field.find()
    if (isHidden() || inputs === null || !writer.isFree(inputs, anew)) return ports.unused()
    if (!sight.has(inputs)) {
      ports.unused()
      return sight.await(inputs, () => look('anew'))
    }
    userActed = false
    const back = focusBeside(inputs)
    if (await writer.write(code, inputs, submit, false, back)) writer.leave()
  }
  return {
    look,
    know,
    wrote() {
      userActed = false
    },
    acted() {
      userActed = true
      if (isStale()) look('anew')
    },
    stop: () => clearTimeout(later),
  }
}
