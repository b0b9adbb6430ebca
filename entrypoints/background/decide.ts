import type { RegistrableDomain } from '@/utils/sites/domain'
import { sitesOf } from '@/utils/sites/match'
import { parseOrigin } from '@/utils/sites/origin'
import type { Account, Site } from '@/utils/vault/document'
import { isNamed, isSomebodyElses } from '@/utils/vault/user-names'

/**
 * How a fill comes about: the page shows a code field (`arrival`), or the user asks for one by the
 * shortcut, in the context menu of a field, or for one account in the popup: for its code or for
 * one of its recovery codes (`recovery`), which goes to no frame of another site, confirmed or not.
 */
export type Way = 'arrival' | 'shortcut' | 'menu' | 'popup' | 'recovery'

/** The page that a code would go to, as the browser tells it; nothing of this is its own word. */
export interface Asker {
  readonly way: Way
  readonly origin: string
  /** `own`: in a page of its own origin, all frames in between too; `foreign`: any other frame. */
  readonly frame: 'top' | 'own' | 'foreign'
  /** Whether its tab is the front one of its window. */
  readonly isFront: boolean
  /** Whether the user lets us work on its site. */
  readonly isGranted: boolean
  /** The user name that was typed on its site in this tab before, if any. */
  readonly userName: string | null
}

/** An account, and by which of its sites it is bound to a page. */
export interface Bound {
  readonly account: Account
  readonly site: Site
}

/** What may happen by the vault alone. */
export type Decision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'choose' }
  | ({ readonly kind: 'code' } & Bound)

/**
 * Whether a page may be told anything at all. On arrival: a page in front, of a granted site, the
 * top frame or a frame among its own. A frame of another site is for the popup alone, which has
 * the user confirm it. Asked before the vault is.
 */
export function mayAsk({ way, origin, frame, isFront, isGranted }: Asker): boolean {
  if (parseOrigin(origin) === null) return false
  if (way === 'arrival' && !(isFront && isGranted)) return false
  return frame !== 'foreign' || way === 'popup'
}

/**
 * The one decision for all ways to a fill: which account's code goes to a page, from an open
 * vault. Of several, the one whose user name was typed before, if it is the only one; else the user
 * chooses, as where the only one is somebody else's by that name. One that counts its codes is never
 * filled by a mere visit: a code used up so would leave the counter ahead of the site's.
 */
export function decide(
  asker: Asker,
  accounts: readonly Account[],
  registrableDomain: RegistrableDomain,
): Decision {
  if (!mayAsk(asker)) return { kind: 'nothing' }
  const { way, origin, userName } = asker
  const bound = boundTo(origin, accounts, registrableDomain).filter(
    ({ site }) => site.fill !== 'never',
  )
  const open = bound.filter(({ site }) => way !== 'arrival' || site.fill === 'arrival')
  if (open.length === 0) return { kind: 'nothing' }
  const named = bound.filter((each) => isNamed(each, userName))
  const fitting = named.length > 0 ? open.filter((each) => named.includes(each)) : open
  const [first, ...others] = fitting
  if (first === undefined || others.length > 0) return { kind: 'choose' }
  if (way === 'arrival' && first.account.parameters.type === 'hotp') return { kind: 'choose' }
  // In the popup the user has chosen.
  const isChosen = way === 'popup' || way === 'recovery'
  if (!isChosen && isSomebodyElses(first, userName, accounts)) return { kind: 'choose' }
  return { kind: 'code', ...first }
}

/** The accounts that are bound to a page, each with the site by which it is. */
export function boundTo(
  origin: string,
  accounts: readonly Account[],
  registrableDomain: RegistrableDomain,
): readonly Bound[] {
  const siteOf = sitesOf(origin, registrableDomain)
  return accounts.flatMap((account) => {
    const site = account.deletedAtMs === null ? siteOf(account.sites) : null
    return site === null ? [] : [{ account, site }]
  })
}
