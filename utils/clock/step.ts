/**
 * The number of the time step of `periodSeconds` that `nowMs` lies in (T of RFC 6238 section 4.2,
 * T0 = 0).
 */
export function stepAt(nowMs: number, periodSeconds: number): number {
  return Math.floor(nowMs / 1000 / periodSeconds)
}

/** Milliseconds until the step after `nowMs` begins: above 0, at most `periodSeconds * 1000`. */
export function msLeft(nowMs: number, periodSeconds: number): number {
  return (stepAt(nowMs, periodSeconds) + 1) * periodSeconds * 1000 - nowMs
}

/** Seconds left in the step as people count down: whole, from `periodSeconds` to 1. */
export function secondsLeft(nowMs: number, periodSeconds: number): number {
  return Math.ceil(msLeft(nowMs, periodSeconds) / 1000)
}
