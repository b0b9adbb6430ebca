/** A change is looked into this long after the first one, and then less and less often ... */
const firstMs = 10
/** ... and what may be a code field, unless it came in one change, this much later: boxes may follow. */
const followMs = 30
/** Changes that come on and on are looked into this often. */
const mostWaitMs = 120
/** A field that came in a movement stands after this long, which nothing else may tell ... */
const standingMs = 400
/** ... and for so long what changes around fields may be what lets it be seen: that waits for nothing. */
const arrivingMs = 2_000
/** After this long without a change a page is not busy any more. */
const calmMs = 500

/**
 * A look costs what the page makes it cost. Changes that bring nothing of a code are looked at as
 * long as looking has taken less than this, in milliseconds; what was spent is made good at this
 * share of the time. So a spinner that goes is seen at once, and a page that never rests hardly
 * pays.
 */
const mostSpentMs = 1
const mostShare = 1 / 10_000
const mostRestMs = 5_000

/**
 * What changes have brought: what may be a code field, something around fields or a field that
 * says nothing of itself, or nothing of the kind.
 */
export type Urgency = 'code' | 'field' | 'other'

/** Many changes gathered into few looks. */
export interface Gathering<T> {
  /** A change: called very often. */
  add(change: T): void
  /** Tells what a look cost, in milliseconds: the next that is not urgent may have to wait for it. */
  spend(costMs: number): void
  /** Forgets what was added and is not looked at yet. */
  drop(): void
}

type Timer = ReturnType<typeof setTimeout>

/**
 * Calls `sift` once with all that was added in a while, to say what it is about, and `look` when it
 * is time to look: for a possible code field always within `mostWaitMs` and `followMs`; for the first
 * field of any kind in a while too.
 */
export function createGathering<T>(
  sift: (changes: readonly T[]) => Urgency,
  look: () => void,
): Gathering<T> {
  let waiting: T[] = []
  let siftedMs = Number.NEGATIVE_INFINITY
  let fieldMs = Number.NEGATIVE_INFINITY
  let codeMs = Number.NEGATIVE_INFINITY
  let paceMs = firstMs
  let sifting: Timer | undefined
  let standing: Timer | undefined
  let looking: { readonly dueMs: number; readonly timer: Timer } | null = null
  const spending = createSpending()

  const add = (change: T) => {
    if (waiting.push(change) === 1) sifting = setTimeout(settle, paced())
  }
  const paced = () => {
    const isCalm = performance.now() - siftedMs > calmMs
    paceMs = isCalm ? firstMs : Math.min(2 * paceMs, mostWaitMs)
    return paceMs
  }
  const settle = () => {
    const changes = waiting
    waiting = []
    siftedMs = performance.now()
    plan(siftedMs, dueMs(sift(changes), changes.length > 1, siftedMs))
  }
  const dueMs = (urgency: Urgency, isMany: boolean, nowMs: number) => {
    if (urgency === 'code') {
      codeMs = nowMs
      clearTimeout(standing)
      standing = setTimeout(() => plan(nowMs, nowMs), standingMs)
      return isMany ? nowMs + followMs : nowMs
    }
    const isSoon = nowMs - fieldMs > mostRestMs || nowMs - codeMs < arrivingMs
    if (urgency === 'field') fieldMs = nowMs
    return urgency === 'field' && isSoon ? nowMs : Math.max(nowMs, spending.restedMs())
  }
  const plan = (nowMs: number, at: number) => {
    if (looking !== null && looking.dueMs <= at) return
    clearTimeout(looking?.timer)
    const now = () => {
      looking = null
      look()
    }
    if (at > nowMs) looking = { dueMs: at, timer: setTimeout(now, at - nowMs) }
    else now()
  }
  const drop = () => {
    clearTimeout(sifting)
    clearTimeout(standing)
    clearTimeout(looking?.timer)
    waiting = []
    looking = null
  }
  return { add, spend: spending.spend, drop }
}

/** Keeps account of what looks cost. */
function createSpending() {
  let restedMs = 0
  let spentMs = 0
  let countedMs = 0
  const spend = (costMs: number) => {
    const nowMs = performance.now()
    spentMs = Math.max(0, spentMs - (nowMs - countedMs) * mostShare) + costMs
    countedMs = nowMs
    restedMs = nowMs + Math.min(Math.max(0, spentMs - mostSpentMs) / mostShare, mostRestMs)
  }
  return { spend, restedMs: () => restedMs }
}
