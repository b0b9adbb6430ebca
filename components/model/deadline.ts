/** What following the deadline needs from the outside. */
export interface DeadlinePorts {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly readDeadline: () => Promise<number | null>
  /** Tells of every change of the key session: its deadline, null when the vault was locked. */
  readonly watchDeadline: (moved: (deadlineMs: number | null) => void) => () => void
  /** Calls `tick` once after `delayMs`; the returned function calls it off. */
  readonly after: (delayMs: number, tick: () => void) => () => void
  /** Calls back when the page is hidden or shown again; the returned function ends that. */
  readonly onVisibility: (change: () => void) => () => void
  /** Ends the session if its time is up or its clock was set back. */
  readonly check: () => void
}

/** A computer that sleeps stops timers, not the time: none may be long. */
const longestWaitMs = 2_000

/**
 * Has an open page lock the vault at its deadline, be the alarm late or lost: see [Note: Deadline].
 * While the vault is locked nothing runs. Returns how to stop.
 */
export function followDeadline(ports: DeadlinePorts): () => void {
  let deadlineMs: number | null = null
  let callOff = () => {}
  let isTold = false
  let lookedMs = ports.now()

  const look = () => {
    callOff()
    const nowMs = ports.now()
    const wasSetBack = nowMs < lookedMs
    lookedMs = nowMs
    if (deadlineMs === null) return
    const leftMs = deadlineMs - nowMs
    if (leftMs <= 0 || wasSetBack) ports.check()
    callOff = ports.after(leftMs > 0 ? Math.min(leftMs, longestWaitMs) : longestWaitMs, look)
  }
  const move = (toMs: number | null) => {
    deadlineMs = toMs
    look()
  }
  const stops = [
    ports.watchDeadline((toMs) => {
      isTold = true
      move(toMs)
    }),
    ports.onVisibility(look),
  ]
  ports.readDeadline().then(
    (readMs) => {
      if (!isTold) move(readMs)
    },
    () => undefined,
  )
  return () => {
    isTold = true
    deadlineMs = null
    callOff()
    for (const stop of stops) stop()
  }
}
