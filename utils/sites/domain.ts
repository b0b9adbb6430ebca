import { getDomain } from 'tldts'

/** The registrable domain of a host name, or null where there is none. */
export type RegistrableDomain = (hostname: string) => string | null

/**
 * The registrable domain by the public suffix list, its private part included: `a.github.io` and
 * `b.github.io` belong to different people. Null for suffixes themselves and for IP addresses.
 * Apart from match.ts because the list is large: only the background carries it.
 */
export const registrableDomain: RegistrableDomain = (hostname) =>
  getDomain(hostname, { allowPrivateDomains: true })
