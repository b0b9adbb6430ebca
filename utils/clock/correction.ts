/**
 * How far the machine's clock must be moved, in milliseconds: what to add to `localMs` to get
 * `trueMs`. Positive if the clock is slow.
 */
export function correctionFrom(localMs: number, trueMs: number): number {
  return trueMs - localMs
}

/** The time to compute codes with: the machine's `localMs` moved by `correctionMs`. */
export function correctedNow(localMs: number, correctionMs: number): number {
  return localMs + correctionMs
}
