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
  return siteFor(origin, [site], registrableDomain) !== null
}

/** Answers for one page which of an account's sites it is, if any. */
export type SiteFinder = <S extends BoundSite>(sites: readonly S[]) => S | null

/**
 * `siteFor` for many accounts: parsing addresses is what it costs, and the page's is parsed once.
 */
export function sitesOf(origin: string, registrableDomain: RegistrableDomain): SiteFinder {
  const page = parseOrigin(origin)
  if (page === null) return () => null
  return (sites) => {
    const bound = sites.map((site) => ({ site, origin: parseOrigin(site.origin) }))
    const exact = bound.find((each) => each.origin === page)
    const wider = () =>
      bound.find(
        (each) =>
          each.site.match === 'domain' &&
          each.origin !== null &&
          sharesDomain(page, each.origin, registrableDomain),
      )
    return (exact ?? wider())?.site ?? null
  }
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
  return sitesOf(origin, registrableDomain)(sites)
}

/** The accounts, not in the trash, that are bound to the site of `origin`. */
export function accountsFor<A extends BoundAccount>(
  origin: string,
  accounts: readonly A[],
  registrableDomain: RegistrableDomain,
): A[] {
  const siteOf = sitesOf(origin, registrableDomain)
  return accounts.filter(
    (account) => account.deletedAtMs === null && siteOf(account.sites) !== null,
  )
}
