/** A change is looked at once the page has been quiet this long ... */
const quietMs = 30
/** ... and at the latest this long after it: busy pages are never quiet. */
const mostWaitMs = 250

/**
 * A look costs what the page makes it cost. Changes that touch no input are looked at as long as
 * looking has taken less than this, in milliseconds; what was spent is made good at this share of
 * the time. So a spinner that goes is seen at once, and a page that never rests hardly pays.
 */
const mostSpentMs = 20
const mostShare = 1 / 500
const mostRestMs = 5_000

/** Many changes gathered into few looks. */
export interface Gathering {
  /** A change. `soon`: not to wait for the rest to end. */
  add(soon: boolean): void
  /** Tells what a look cost, in milliseconds: what is not `soon` may have to wait for it. */
  spend(costMs: number): void
  /** Forgets what was added. */
  drop(): void
}

/** Calls `done` once for many calls of `add`: when they pause, at the latest after the most wait. */
export function createGathering(done: () => void): Gathering {
  let firstMs = 0
  let lastMs = 0
  let restedMs = 0
  let spentMs = 0
  let countedMs = 0
  let hurries = false
  let timer: ReturnType<typeof setTimeout> | null = null

  const check = () => {
    timer = null
    const nowMs = performance.now()
    const quiet = Math.min(lastMs + quietMs, firstMs + mostWaitMs)
    const due = hurries ? quiet : Math.max(quiet, restedMs)
    if (nowMs < due) timer = setTimeout(check, due - nowMs)
    else done()
  }
  const add = (soon: boolean) => {
    const nowMs = performance.now()
    // A busy page's other changes do not hold up what is soon.
    if (timer === null || soon || !hurries) lastMs = nowMs
    if (timer !== null && (hurries || !soon)) return
    drop()
    hurries = soon
    firstMs = nowMs
    timer = setTimeout(check, quietMs)
  }
  const spend = (costMs: number) => {
    const nowMs = performance.now()
    spentMs = Math.max(0, spentMs - (nowMs - countedMs) * mostShare) + costMs
    countedMs = nowMs
    restedMs = nowMs + Math.min(Math.max(0, spentMs - mostSpentMs) / mostShare, mostRestMs)
  }
  const drop = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return { add, spend, drop }
}
