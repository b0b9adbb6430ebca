import type { FillDecision } from '@/utils/messages/contract'
import type { RegistrableDomain } from '@/utils/sites/domain'
import { accountsFor, siteFor } from '@/utils/sites/match'
import { parseOrigin } from '@/utils/sites/origin'
import type { Account, Site } from '@/utils/vault/document'

/** The page that asks, as the browser tells it; nothing of this comes from a message. */
export interface Asker {
  readonly origin: string
  /** 0 for the top frame. */
  readonly frameId: number | null
  /** Whether its tab is the front one of its window. */
  readonly isFront: boolean
  /** Whether the user lets us work on its site. */
  readonly isGranted: boolean
}

/** What may happen by the vault alone: as `FillDecision`, but with the account, not its code. */
export type Decision =
  | Extract<FillDecision, { readonly kind: 'locked' | 'choose' | 'nothing' }>
  | { readonly kind: 'code'; readonly account: Account }

/**
 * Whether a page may be told anything at all: the top frame, in front, of a granted site that
 * codes may go to. Asked before the vault is.
 */
export function mayAsk(asker: Asker): boolean {
  return (
    asker.isGranted && asker.isFront && asker.frameId === 0 && parseOrigin(asker.origin) !== null
  )
}

/**
 * What a page that shows a code field gets when it arrives, from an open vault. One account that
 * fills on arrival: its code. Several, or one that counts its codes (a code used up by a mere
 * visit would leave the counter ahead of the site's): the user chooses.
 */
export function decide(
  asker: Asker,
  accounts: readonly Account[],
  registrableDomain: RegistrableDomain,
): Decision {
  if (!mayAsk(asker)) return { kind: 'nothing' }
  const fillOf = (account: Account): Site['fill'] | undefined =>
    siteFor(asker.origin, account.sites, registrableDomain)?.fill
  const [account, ...others] = accountsFor(asker.origin, accounts, registrableDomain).filter(
    (bound) => fillOf(bound) === 'arrival',
  )
  if (account === undefined) return { kind: 'nothing' }
  if (others.length > 0 || account.parameters.type === 'hotp') return { kind: 'choose' }
  return { kind: 'code', account }
}
