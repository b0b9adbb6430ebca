import type { RegistrableDomain } from '@/utils/sites/domain'
import type { VaultDocument } from '@/utils/vault/document'
import { type CheckedField, parseField } from '@/utils/vault/field-description'
import { forgetUserName, rememberChoice, rememberField } from '@/utils/vault/site-memory'
import { isSameUserName, isSomebodyElses } from '@/utils/vault/user-names'
import type { Aim, UserAsk } from './aim'
import { type Bound, boundTo } from './decide'

/** How a fill came about that may teach something. */
export interface Taught {
  readonly way: UserAsk['way']
  /** The field that the user pointed out; null where the page's own was found. */
  readonly pointed: CheckedField | null
  readonly nowMs: number
  readonly registrableDomain: RegistrableDomain
}

type Edit = (document: VaultDocument) => VaultDocument

/**
 * What a fill that the user asked for teaches about the site, as an edit of the document; null for
 * nothing new, so that most fills save nothing.
 */
export function lessonOf(aim: Aim, taught: Taught): Edit | null {
  const edits = [choiceOf(aim, taught), fieldOf(aim, taught)].filter((edit) => edit !== null)
  return edits.length === 0
    ? null
    : (document) => edits.reduce((made, edit) => edit(made), document)
}

/** The user took this account, not one of the others that would have fitted, or against its name. */
function choiceOf(aim: Aim, { way, nowMs, registrableDomain }: Taught): Edit | null {
  const rivals = boundTo(aim.origin, aim.document.accounts, registrableDomain).filter(
    ({ account, site }) => account.id !== aim.account.id && site.fill !== 'never',
  )
  const {
    account,
    site,
    userName,
    document: { accounts },
  } = aim
  const isOpen = rivals.length > 0 || isSomebodyElses(aim, userName, accounts)
  if (way !== 'popup' || !isOpen || isKnown(aim, rivals)) return null
  const choice = { accountId: account.id, siteOrigin: site.origin, userName, nowMs }
  return (document) =>
    rivals
      .filter((rival) => userName !== null && isRemembered(rival, userName))
      .reduce(
        (edited, rival) =>
          forgetUserName(edited, rival.account.id, rival.site.origin, userName ?? ''),
        rememberChoice(document, choice),
      )
}

/** Whether this account comes first there already, under this user name too. */
function isKnown({ account, site, userName }: Aim, rivals: readonly Bound[]): boolean {
  const { chosenAtMs } = site
  if (chosenAtMs === undefined) return false
  if (rivals.some((rival) => (rival.site.chosenAtMs ?? 0) >= chosenAtMs)) return false
  return userName === null || isRemembered({ account, site }, userName)
}

function isRemembered({ site }: Bound, userName: string): boolean {
  return (site.userNames ?? []).some((name) => isSameUserName(name, userName))
}

function fieldOf({ account, site }: Aim, { pointed }: Taught): Edit | null {
  if (pointed === null) return null
  const known = parseField(site.field ?? null)
  if (JSON.stringify(known) === JSON.stringify(pointed)) return null
  return (document) => rememberField(document, account.id, site.origin, { ...pointed })
}
