/** A change is looked into this long after the first one, and then less and less often ... */
const firstMs = 10
/** ... what may be a code field, unless it came at once, when the page was quiet this long ... */
const quietMs = 30
/** ... and at the latest this long after it: busy pages are never quiet. */
const mostWaitMs = 120
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
export interface Gathering {
  /** A change: called very often. */
  add(): void
  /** Tells what a look cost, in milliseconds: the next that is not urgent may have to wait for it. */
  spend(costMs: number): void
  /** Forgets what was added. */
  drop(): void
}

type Timer = ReturnType<typeof setTimeout>

/**
 * Calls `sift` once for many calls of `add`, to say what they were about, and `look` when it is
 * time to look: for a possible code field always within `mostWaitMs` and a little; for the first
 * field of any kind in a while too.
 */
export function createGathering(sift: () => Urgency, look: () => void): Gathering {
  let addedMs = 0
  let added = 0
  let siftedMs = Number.NEGATIVE_INFINITY
  let fieldMs = Number.NEGATIVE_INFINITY
  let paceMs = firstMs
  let sifting: Timer | undefined
  let looking: { readonly dueMs: number; readonly timer: Timer } | null = null
  const spending = createSpending()

  const add = () => {
    addedMs = performance.now()
    added += 1
    if (sifting !== undefined) return
    paceMs = addedMs - siftedMs > calmMs ? firstMs : Math.min(2 * paceMs, mostWaitMs)
    sifting = setTimeout(settle, paceMs)
  }
  const settle = () => {
    sifting = undefined
    siftedMs = performance.now()
    plan(siftedMs, dueMs(sift(), siftedMs))
    added = 0
  }
  const dueMs = (urgency: Urgency, nowMs: number) => {
    // Boxes may come one by one.
    const isComing = added > 1 && nowMs - addedMs < quietMs / 2
    if (urgency === 'code') return isComing ? nowMs + quietMs : nowMs
    const isFirst = urgency === 'field' && nowMs - fieldMs > mostRestMs
    if (urgency === 'field') fieldMs = nowMs
    return isFirst ? nowMs : Math.max(nowMs, spending.restedMs())
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
    clearTimeout(looking?.timer)
    sifting = undefined
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
