/**
 * `text` with its percent-encoded UTF-8 decoded (RFC 3986 section 2.1). What is no such encoding,
 * a lone `%` or bytes that are no UTF-8, stays as it is.
 */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}

/** `text` percent-encoded for any place of a URI; a lone surrogate becomes U+FFFD. */
export function encodePercent(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
}
