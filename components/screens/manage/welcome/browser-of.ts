/** Browsers whose toolbars differ in how a button is pinned. */
export type Browser = 'chrome' | 'edge' | 'firefox'

/** The browser behind a user agent text; what is built on Chromium counts as Chrome. */
export function browserOf(userAgent: string): Browser {
  if (/\bFirefox\//.test(userAgent)) return 'firefox'
  return /\bEdg\//.test(userAgent) ? 'edge' : 'chrome'
}
