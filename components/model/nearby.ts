import type { ActiveTab } from '@/utils/platform/active-tab'
import { hostnameOf, parseOrigin } from '@/utils/sites/origin'
import type { Relation } from '@/utils/sites/widening'
import type { Account, Site } from '@/utils/vault/document'
import type { SiteFacts } from './site-facts'

/** An account that is not bound to the page, but to one that it has to do with. */
export interface Related {
  readonly account: Account
  /** The closest of its sites. */
  readonly site: Site
  readonly relation: Relation
}

/** What the page in front has to do with sites that accounts are bound to, without being one. */
export interface Nearby {
  readonly related: readonly Related[]
  /** The bound host that the page's own can be mistaken for, by the id of its account. */
  readonly alike: ReadonlyMap<string, string>
}

/** What a page that no account is bound to has to do with the sites of `accounts`. */
export function nearbyOf(
  page: Pick<ActiveTab, 'origin' | 'url'>,
  accounts: readonly Account[],
  facts: SiteFacts,
): Nearby {
  return { related: relatedTo(page.origin, accounts, facts), alike: alikeTo(page, accounts, facts) }
}

function relatedTo(
  origin: string | null,
  accounts: readonly Account[],
  { relationTo }: SiteFacts,
): Related[] {
  if (origin === null) return []
  return accounts.flatMap((account) => {
    const sites = account.sites.filter(({ fill }) => fill !== 'never')
    const relation = relationTo(
      origin,
      sites.map((site) => site.origin),
    )
    const site = sites.find((each) => each.origin === relation?.bound)
    return relation === null || site === undefined ? [] : [{ account, site, relation }]
  })
}

/** Also where no code may go: a look-alike on http wants the code that is copied. */
function alikeTo(
  { url }: Pick<ActiveTab, 'url'>,
  accounts: readonly Account[],
  { lookAlikeOf }: SiteFacts,
): ReadonlyMap<string, string> {
  const host = hostOfPage(url)
  if (host === null || lookAlikeOf(host, accounts.flatMap(boundHosts)) === null) return new Map()
  return new Map(
    accounts.flatMap((account) => {
      const alike = lookAlikeOf(host, boundHosts(account))
      return alike === null ? [] : [[account.id, alike.bound]]
    }),
  )
}

function boundHosts({ sites }: Account): string[] {
  return sites.flatMap(({ origin }) => {
    const parsed = parseOrigin(origin)
    return parsed === null ? [] : [hostnameOf(parsed)]
  })
}

function hostOfPage(url: string | null): string | null {
  if (url === null || !/^https?:/i.test(url)) return null
  const { hostname } = new URL(url)
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname
}
