import { type ReadonlySignal, signal } from '@preact/signals'

/** What the clock needs from the page. */
export interface ClockPorts {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Calls `tick` once after `delayMs`; the returned function calls it off. */
  readonly after: (delayMs: number, tick: () => void) => () => void
  readonly isHidden: () => boolean
  /** Calls back when the page is hidden or shown again; the returned function ends that. */
  readonly onVisibility: (change: () => void) => () => void
}

/**
 * The time in milliseconds, renewed at every full second by one timer: only while something on
 * screen reads it and the page is not hidden.
 */
export function createClock(ports: ClockPorts): ReadonlySignal<number> {
  let callOff: (() => void) | null = null
  let unwatch: (() => void) | null = null

  const tick = (): void => {
    const nowMs = ports.now()
    time.value = nowMs
    callOff = ports.after(1000 - (nowMs % 1000), tick)
  }
  const halt = (): void => {
    callOff?.()
    callOff = null
  }
  const follow = (): void => {
    halt()
    if (!ports.isHidden()) tick()
  }
  const time = signal(ports.now(), {
    watched: () => {
      unwatch = ports.onVisibility(follow)
      // Nobody looked for a while: catch up before the next frame, but not while a reader reads.
      queueMicrotask(() => {
        if (unwatch !== null) follow()
      })
    },
    unwatched: () => {
      unwatch?.()
      unwatch = null
      halt()
    },
  })
  return time
}

/** The clock's ports in a page. */
export const pageClockPorts: ClockPorts = {
  now: () => Date.now(),
  after: (delayMs, tick) => {
    const timer = setTimeout(tick, delayMs)
    return () => clearTimeout(timer)
  },
  isHidden: () => document.hidden,
  onVisibility: (change) => {
    document.addEventListener('visibilitychange', change)
    return () => document.removeEventListener('visibilitychange', change)
  },
}
