import type { FoundAccount } from '@/components/model/found'
import type { AccountDraft } from '@/utils/vault/account-draft'
import { newAccount } from '@/utils/vault/accounts'
import type { Site } from '@/utils/vault/document'

/** What the user decided about a found account, and what a new one needs. */
export interface Review {
  /** For the new account, or for what goes to the trash. */
  readonly id: string
  readonly nowMs: number
  /** The page's origin if codes may go there. */
  readonly origin: string | null
  /** Whether codes are filled there without being asked for. */
  readonly fillOnArrival: boolean
  /** Whether the new secret takes the place of the namesake's. */
  readonly replace: boolean
}

/** What saving would do to the vault. */
export function reviewedDraft(found: FoundAccount, review: Review): AccountDraft {
  const { id, nowMs, origin, fillOnArrival, replace } = review
  const { account, namesake } = found
  const site = origin === null ? null : pageSite(origin, fillOnArrival)
  if (replace && namesake !== null) {
    const { parameters } = account
    return { kind: 'replace', accountId: namesake.id, parameters, trashedId: id, site }
  }
  const sites = site === null ? [] : [site]
  return { kind: 'add', account: newAccount(account, { id, nowMs, sites }) }
}

/** The page in front as a site: exactly this host. */
export function pageSite(origin: string, fillOnArrival: boolean): Site {
  return { origin, match: 'origin', fill: fillOnArrival ? 'arrival' : 'request' }
}
