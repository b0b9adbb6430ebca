import { msLeft, stepAt } from '@/utils/clock/step'

/** A code with less time left than this is on its way out: the next one is typed instead. */
const shortestMs = 4_000
/** As many runs of steps are kept apart; the nearest grow together, and count with what is between. */
const keptRuns = 32

/** Time steps, both ends included. */
export type Run = readonly [from: number, to: number]

/** Which codes of one secret were typed, how many, and where the last one was. */
export interface Used {
  /** Stands for the secret and its parameters: see `keyOf`. */
  readonly key: string
  /** In order, none touching another. */
  readonly runs: readonly Run[]
  readonly count: number
  readonly lastTabId: number
}

/**
 * The time steps whose codes were typed.
 *
 * [Note: Never twice] Sites take a code once, and lock people out who try one again. So a code is
 * written down here before it leaves the background: an answer that is lost costs a step, never a
 * repeat. Runs of steps are kept and not the latest alone, because a clock that is corrected goes
 * back over steps that are free: those between what was typed before it went wrong and since.
 * Accounts of the same secret share theirs, and an account that got a new secret starts afresh. What
 * the user copies is not typed, and what the user insists on is.
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
  const entry: Used = {
    key: slot.key,
    runs: withStep(before?.runs ?? [], stepAt(codeMs, slot.period)),
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
  const runs = lastUse(ledger, slot)?.runs ?? []
  const unknown = ledger.unknownUntilMs === null ? -1 : stepAt(ledger.unknownUntilMs, slot.period)
  return (step) =>
    runs.reduce(
      (free, [from, to]) => (free >= from && free <= to ? to + 1 : free),
      Math.max(step, unknown + 1),
    )
}

function withStep(runs: readonly Run[], step: number): readonly Run[] {
  const touching = runs.filter(([from, to]) => step >= from - 1 && step <= to + 1)
  const apart = runs.filter((run) => !touching.includes(run))
  const whole: Run = [
    Math.min(step, ...touching.map(([from]) => from)),
    Math.max(step, ...touching.map(([, to]) => to)),
  ]
  return nearestTogether([...apart, whole].sort(([a], [b]) => a - b))
}

function nearestTogether(runs: readonly Run[]): readonly Run[] {
  if (runs.length <= keptRuns) return runs
  const gaps = runs.slice(1).map(([from], index) => from - (runs[index]?.[1] ?? from))
  const nearest = gaps.indexOf(Math.min(...gaps))
  return runs.flatMap((run, index) => {
    if (index === nearest + 1) return []
    return index === nearest ? [[run[0], runs[index + 1]?.[1] ?? run[1]] as const] : [run]
  })
}
