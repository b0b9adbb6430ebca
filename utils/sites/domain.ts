import { getDomain } from 'tldts'
import { sharedSuffixes } from './shared-suffixes'

/** The registrable domain of a host name, or null where there is none. */
export type RegistrableDomain = (hostname: string) => string | null

/**
 * The registrable domain by the public suffix list, its private part included: `a.github.io` and
 * `b.github.io` belong to different people. So do `a.zendesk.com` and `b.zendesk.com`, which the
 * list does not know: see shared-suffixes.ts. Null for suffixes of the list themselves and for IP
 * addresses. Apart from match.ts because the list is large: pages load it when they need it.
 */
export const registrableDomain: RegistrableDomain = (hostname) =>
  sharedName(hostname) ?? ownerDomain(hostname)

/** The same by the list alone: who owns the names that customers have, `zendesk.com`. */
export const ownerDomain: RegistrableDomain = (hostname) =>
  getDomain(hostname, { allowPrivateDomains: true })

/** The name that belongs to one customer, and `www` to the owner of the suffix. */
function sharedName(hostname: string): string | null {
  if (sharedSuffixes.has(hostname)) return hostname
  let start = 0
  for (let dot = hostname.indexOf('.'); dot > 0; dot = hostname.indexOf('.', dot + 1)) {
    const suffix = hostname.slice(dot + 1)
    if (sharedSuffixes.has(suffix) || sharedSuffixes.has(`*${suffix.slice(suffix.indexOf('.'))}`)) {
      const isOwner = hostname.slice(start, dot) === 'www'
      return hostname.slice(isOwner ? dot + 1 : start)
    }
    start = dot + 1
  }
  return null
}
