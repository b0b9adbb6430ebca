import type { RegistrableDomain } from './domain'
import type { KnownSites } from './known'
import type { BoundSite } from './match'
import { hostnameOf, parseOrigin } from './origin'

/** A further step than the exact host: what one deliberate click may add to an account. */
export type Widening =
  /** Every host of `domain`, over the same scheme and port. */
  | { readonly kind: 'domain'; readonly domain: string; readonly site: BoundSite }
  /** The same host on the usual port. */
  | { readonly kind: 'port'; readonly site: BoundSite }
  /** Another host of the same login. */
  | { readonly kind: 'sibling'; readonly site: BoundSite }

/** What deciding about more than the exact host needs. */
export interface WideningPorts {
  readonly registrableDomain: RegistrableDomain
  readonly known: Pick<KnownSites, 'hostsFor' | 'sharesLogin'>
}

/** What an account bound to `origin` may be widened to, each by a click of its own. */
export function wideningsOf(
  origin: string,
  { registrableDomain, known }: WideningPorts,
): readonly Widening[] {
  const bound = parseOrigin(origin)
  if (bound === null) return []
  const exact = (to: string): BoundSite => ({ origin: to, match: 'origin' })
  const { protocol, port } = new URL(bound)
  const hostname = hostnameOf(bound)
  const domain = registrableDomain(hostname)
  return [
    ...known.hostsFor(bound).map((to): Widening => ({ kind: 'sibling', site: exact(to) })),
    ...(port === '' ? [] : [{ kind: 'port', site: exact(`${protocol}//${hostname}`) } as const]),
    ...(domain === null
      ? []
      : [{ kind: 'domain', domain, site: { origin: bound, match: 'domain' } } as const]),
  ]
}

/** How a page lies to a site that an account is bound to. */
export interface Relation {
  /** The origin that the account is bound to. */
  readonly bound: string
  readonly kind: Widening['kind']
}

/**
 * How the page of `origin` is related to one of the `bound` origins, the closest first; null where
 * it is none of them, or one of them exactly, or has nothing to do with them. Where it is related,
 * a click may add exactly this page's origin ("fill here and remember").
 */
export function relationTo(
  origin: string,
  bound: readonly string[],
  ports: WideningPorts,
): Relation | null {
  const page = parseOrigin(origin)
  if (page === null || bound.some((each) => parseOrigin(each) === page)) return null
  for (const kind of ['port', 'sibling', 'domain'] as const) {
    const found = bound.find((each) => isRelated(kind, page, each, ports))
    if (found !== undefined) return { bound: found, kind }
  }
  return null
}

function isRelated(
  kind: Widening['kind'],
  page: string,
  boundOrigin: string,
  { registrableDomain, known }: WideningPorts,
): boolean {
  const bound = parseOrigin(boundOrigin)
  if (bound === null || new URL(bound).protocol !== new URL(page).protocol) return false
  const host = hostnameOf(page)
  const boundHost = hostnameOf(bound)
  if (kind === 'port') return host === boundHost
  if (new URL(page).port !== new URL(bound).port) return false
  if (kind === 'sibling')
    return known.hostsFor(bound).includes(page) || known.sharesLogin(host, boundHost)
  const domain = registrableDomain(host)
  return domain !== null && domain === registrableDomain(boundHost)
}
