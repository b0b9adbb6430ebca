import { hostnameOf, parseOrigin } from '@/utils/sites/origin'
import type { Account, Site } from '@/utils/vault/document'

/** An account, and the site of it that a row is about. */
export interface BoundAccount {
  readonly account: Account
  readonly site: Site
}

/** A host that is allowed, bound to by an account, or both. */
export interface SiteRow {
  /** Scheme and host without port: what a grant covers. */
  readonly origin: string
  readonly granted: boolean
  /** Codes are to be filled there unasked, and the browser does not let us. */
  readonly misses: boolean
  /** The accounts bound to it, once for each port. */
  readonly bound: readonly BoundAccount[]
}

/** The scheme and host of an origin, or null if no code may ever go there. */
function grantOriginOf(origin: string): string | null {
  const parsed = parseOrigin(origin)
  return parsed === null ? null : `${new URL(parsed).protocol}//${hostnameOf(parsed)}`
}

/** Every allowed host and every host that `accounts` are bound to: what misses first, by name. */
export function siteRows(
  granted: readonly string[],
  accounts: readonly Account[],
): readonly SiteRow[] {
  const bound = new Map<string, BoundAccount[]>(granted.map((origin) => [origin, []]))
  for (const account of accounts) {
    for (const site of account.sites) {
      const origin = grantOriginOf(site.origin)
      if (origin !== null) bound.set(origin, [...(bound.get(origin) ?? []), { account, site }])
    }
  }
  return [...bound]
    .map(([origin, those]) => rowOf(origin, granted.includes(origin), those))
    .sort((a, b) => Number(b.misses) - Number(a.misses) || byName(a, b))
}

function rowOf(origin: string, granted: boolean, bound: readonly BoundAccount[]): SiteRow {
  const misses = !granted && bound.some(({ site }) => site.fill === 'arrival')
  return { origin, granted, misses, bound }
}

function byName(a: SiteRow, b: SiteRow): number {
  return hostnameOf(a.origin).localeCompare(hostnameOf(b.origin))
}
