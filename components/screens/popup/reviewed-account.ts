import type { FoundAccount } from '@/components/model/found'
import { newAccount } from '@/utils/vault/accounts'
import type { Account, Site } from '@/utils/vault/document'

/** What the user decided about a found account, and what a new one needs. */
export interface Review {
  readonly id: string
  readonly nowMs: number
  /** The page's origin if codes may go there. */
  readonly origin: string | null
  /** Whether codes are filled there without being asked for. */
  readonly fillOnArrival: boolean
  /** Whether the new secret takes the place of the namesake's. */
  readonly replace: boolean
}

/** The account that saving would put into the vault. */
export function reviewedAccount(found: FoundAccount, review: Review): Account {
  const { id, nowMs, origin, fillOnArrival, replace } = review
  const { account, namesake } = found
  if (replace && namesake !== null) {
    const renewed = { ...namesake, parameters: account.parameters, updatedAtMs: nowMs }
    return origin === null ? renewed : boundTo(renewed, origin, fillOnArrival)
  }
  const added = newAccount(account, { id, nowMs })
  return origin === null ? added : boundTo(added, origin, fillOnArrival)
}

/** `account` with its codes going to `origin`, to exactly this host. */
export function boundTo(account: Account, origin: string, fillOnArrival: boolean): Account {
  const site: Site = { origin, match: 'origin', fill: fillOnArrival ? 'arrival' : 'request' }
  const others = account.sites.filter((each) => each.origin !== origin)
  return { ...account, sites: [...others, site] }
}
