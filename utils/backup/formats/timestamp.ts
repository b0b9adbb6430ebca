/** The furthest moment that a Date can name (ECMA-262 section 21.4.1.1), in ms. */
const furthestMs = 8.64e15

/** RFC 3339 in UTC with milliseconds; moments no Date can name become the furthest one it can. */
export function toTimestamp(ms: number): string {
  return new Date(Math.max(-furthestMs, Math.min(ms, furthestMs))).toISOString()
}

/** The moment of an RFC 3339 text in ms, null if it names none. */
export function fromTimestamp(text: string | null): number | null {
  const ms = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(ms) ? null : ms
}
