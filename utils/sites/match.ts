import type { RegistrableDomain } from './domain'
import { hostnameOf, parseOrigin } from './origin'

/** What is asked of a site that an account is bound to. */
export interface BoundSite {
  readonly origin: string
  readonly match: 'origin' | 'domain'
}

/** What is asked of an account here. */
export interface BoundAccount {
  readonly sites: readonly BoundSite[]
  /** Set while the account is in the trash. */
  readonly deletedAtMs: number | null
}

/**
 * Whether a page of `origin` is the site. `origin`: the very same scheme, host and port.
 * `domain`: the same scheme and port, and a host of the same registrable domain; hosts that have
 * none (IP addresses, public suffixes) match exactly or not at all.
 */
export function matchesSite(
  origin: string,
  site: BoundSite,
  registrableDomain: RegistrableDomain,
): boolean {
  const page = parseOrigin(origin)
  const bound = parseOrigin(site.origin)
  if (page === null || bound === null) return false
  if (page === bound) return true
  return site.match === 'domain' && sharesDomain(page, bound, registrableDomain)
}

function sharesDomain(page: string, bound: string, registrableDomain: RegistrableDomain): boolean {
  const a = new URL(page)
  const b = new URL(bound)
  if (a.protocol !== b.protocol || a.port !== b.port) return false
  const domain = registrableDomain(hostnameOf(bound))
  return domain !== null && domain === registrableDomain(hostnameOf(page))
}

/** The site of an account that a page of `origin` is; the exact origin before a wider one. */
export function siteFor<S extends BoundSite>(
  origin: string,
  sites: readonly S[],
  registrableDomain: RegistrableDomain,
): S | null {
  const matching = sites.filter((site) => matchesSite(origin, site, registrableDomain))
  const exact = matching.find((site) => parseOrigin(site.origin) === parseOrigin(origin))
  return exact ?? matching[0] ?? null
}

/** The accounts, not in the trash, that are bound to the site of `origin`. */
export function accountsFor<A extends BoundAccount>(
  origin: string,
  accounts: readonly A[],
  registrableDomain: RegistrableDomain,
): A[] {
  return accounts.filter(
    (account) =>
      account.deletedAtMs === null && siteFor(origin, account.sites, registrableDomain) !== null,
  )
}
