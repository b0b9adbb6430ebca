import { hostnameOf, parseOrigin } from '@/utils/sites/origin'
import type { Account } from '@/utils/vault/document'

/** A host that is allowed, bound to by an account, or both. */
export interface SiteRow {
  /** Scheme and host without port: what a grant covers. */
  readonly origin: string
  readonly granted: boolean
  /** The accounts bound to it, on any port. */
  readonly accounts: readonly Account[]
}

/** The scheme and host of an origin, or null if no code may ever go there. */
function grantOriginOf(origin: string): string | null {
  const parsed = parseOrigin(origin)
  return parsed === null ? null : `${new URL(parsed).protocol}//${hostnameOf(parsed)}`
}

/** Every allowed host and every host that `accounts` are bound to, by name. */
export function siteRows(
  granted: readonly string[],
  accounts: readonly Account[],
): readonly SiteRow[] {
  const bound = new Map<string, Account[]>(granted.map((origin) => [origin, []]))
  for (const account of accounts) {
    for (const origin of new Set(account.sites.map((site) => grantOriginOf(site.origin)))) {
      if (origin !== null) bound.set(origin, [...(bound.get(origin) ?? []), account])
    }
  }
  return [...bound]
    .map(([origin, those]) => ({ origin, granted: granted.includes(origin), accounts: those }))
    .sort((a, b) => hostnameOf(a.origin).localeCompare(hostnameOf(b.origin)))
}
