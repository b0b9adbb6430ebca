import { msLeft, stepAt } from '@/utils/clock/step'

/** A code with less time left than this is on its way out: the next one is typed instead. */
const shortestMs = 4_000
/** Steps remembered one by one; what lies below the oldest of them counts as used. */
const keptSteps = 32

/** Which codes of one secret were typed, how many, and where the last one was. */
export interface Used {
  /** Stands for the secret and its parameters: see `keyOf`. */
  readonly key: string
  readonly steps: readonly number[]
  /** Every step up to this one counts as used. */
  readonly floor: number
  readonly count: number
  readonly lastTabId: number
}

/**
 * The time steps whose codes were typed.
 *
 * [Note: Never twice] Sites take a code once, and lock people out who try one again. So a code is
 * written down here before it leaves the background: an answer that is lost costs a step, never a
 * repeat. Single steps are kept and not the latest alone, because a clock that is corrected goes
 * back over steps that are free. Accounts of the same secret share theirs, and an account that got
 * a new secret starts afresh. What the user copies is not typed, and what the user insists on is.
 */
export interface Ledger {
  readonly used: readonly Used[]
  /** An earlier ledger could not be read: up to here, in code time, nothing is known to be free. */
  readonly unknownUntilMs: number | null
}

/** One secret and the length of its time steps. */
export interface Slot {
  readonly key: string
  /** Seconds. */
  readonly period: number
}

/** A moment on this computer's clock and on the one that codes are made with. */
export interface Moment {
  readonly nowMs: number
  readonly codeMs: number
}

/** Whether a code may be typed now, or why not and for how long. */
export type Turn =
  | { readonly kind: 'free'; readonly step: number }
  | { readonly kind: 'wait'; readonly why: 'used' | 'short'; readonly forMs: number }

/** A ledger in which nothing was typed. */
export const emptyLedger: Ledger = { used: [], unknownUntilMs: null }

/** When the code of `slot` may be typed. Short periods count as short in their second half only. */
export function turnOf(ledger: Ledger, slot: Slot, codeMs: number): Turn {
  const periodMs = slot.period * 1000
  const step = stepAt(codeMs, slot.period)
  const nextFree = freeIn(ledger, slot)
  const free = nextFree(step)
  if (free > step) return { kind: 'wait', why: 'used', forMs: free * periodMs - codeMs }
  if (msLeft(codeMs, slot.period) >= Math.min(shortestMs, periodMs / 2)) {
    return { kind: 'free', step }
  }
  return { kind: 'wait', why: 'short', forMs: nextFree(step + 1) * periodMs - codeMs }
}

/** Writes down that the code of `slot` at `codeMs` is typed into a tab. */
export function use<L extends Ledger>(ledger: L, slot: Slot, codeMs: number, tabId: number): L {
  const before = lastUse(ledger, slot)
  const step = stepAt(codeMs, slot.period)
  const steps = [...new Set([...(before?.steps ?? []), step])].sort((a, b) => a - b)
  const dropped = steps.slice(0, -keptSteps)
  const entry: Used = {
    key: slot.key,
    steps: steps.slice(-keptSteps),
    floor: Math.max(before?.floor ?? -1, ...dropped),
    count: (before?.count ?? 0) + 1,
    lastTabId: tabId,
  }
  return { ...ledger, used: [...ledger.used.filter((each) => each !== before), entry] }
}

/** What was typed of a secret, or undefined. */
export function lastUse(ledger: Ledger, { key }: Slot): Used | undefined {
  return ledger.used.find((entry) => entry.key === key)
}

/** The first free step from a step on; a clock that was years ahead makes it wait, not count. */
function freeIn(ledger: Ledger, slot: Slot): (step: number) => number {
  const { steps, floor } = lastUse(ledger, slot) ?? { steps: [], floor: -1 }
  const unknown = ledger.unknownUntilMs === null ? -1 : stepAt(ledger.unknownUntilMs, slot.period)
  const known = new Set(steps)
  const lowest = Math.max(floor, unknown) + 1
  return (step) => {
    let free = Math.max(step, lowest)
    while (known.has(free)) free += 1
    return free
  }
}
