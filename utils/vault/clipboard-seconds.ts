import * as v from 'valibot'

/** What is copied stays on the clipboard this long unless people chose otherwise. */
const usualClipboardSeconds = 30

/** The longest that anything may be told to stay. */
export const longestClipboardSeconds = 3600

/** Seconds until the clipboard is emptied; 0: never. */
export const clipboardSecondsSchema = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.maxValue(longestClipboardSeconds),
)

/** The seconds that these settings say. */
export function clipboardSeconds(
  settings: { readonly clearClipboardSeconds?: number | undefined } | undefined,
): number {
  return settings?.clearClipboardSeconds ?? usualClipboardSeconds
}
