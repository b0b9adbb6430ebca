/** How far a clock may be corrected, in milliseconds: further off is no clock but another day. */
export const widestCorrectionMs = 12 * 60 * 60 * 1000

/** The time to compute codes with: the machine's `localMs` moved by `correctionMs`. */
export function correctedNow(localMs: number, correctionMs: number): number {
  return localMs + correctionMs
}
