/** A moment in the reader's language, day and minute. */
export function momentText(timeMs: number): string {
  const styles = { dateStyle: 'long', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat(undefined, styles).format(timeMs)
}
