/**
 * Hosts that may be reached without encryption: the machine itself, by the names the manifest
 * can ask for. What it cannot ask for must not be offered.
 */
export const localHosts: readonly string[] = ['localhost', '127.0.0.1']

/** ASCII host names (IDN as punycode), IPv4 and bracketed IPv6; no wildcard, no trailing dot. */
const plainHost = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/

/**
 * The origin of a URL or of an origin's own text, as browsers write it: scheme, host and port,
 * default ports left out, the host in lower case and punycode ("https://xn--bcher-kva.example").
 * Null for everything a code must never go to: other schemes than https (http only on this
 * machine), opaque origins, names before the host, host names with a trailing dot or a wildcard.
 */
export function parseOrigin(text: string): string | null {
  const url = parseUrl(text)
  if (url === null) return null
  if (url.username !== '' || url.password !== '') return null
  if (!plainHost.test(url.hostname)) return null
  const safe =
    url.protocol === 'https:' || (url.protocol === 'http:' && localHosts.includes(url.hostname))
  return safe ? `${url.protocol}//${url.host}` : null
}

/** Parsing once: looking first whether a text parses would cost as much again. */
function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/**
 * The origin that an address names as people write it: https where it has no scheme. Null where
 * no code may ever go.
 */
export function originOfAddress(address: string): string | null {
  const text = address.trim()
  return parseOrigin(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`)
}

/**
 * The host of an origin for people to read: with its port where that is not the default, and in
 * punycode, so that a letter of another alphabet never passes for a Latin one.
 */
export function hostOf(origin: string): string {
  return new URL(origin).host
}

/** The host of an origin without its port. */
export function hostnameOf(origin: string): string {
  return new URL(origin).hostname
}
