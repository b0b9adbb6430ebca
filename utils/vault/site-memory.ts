import { editAccount } from './accounts'
import type { Site, VaultDocument } from './document'
import { isSameUserName } from './user-names'

/*
 * What the sites of accounts taught us, as edits of the open document: not what people changed of
 * an account, so its time of change stays.
 */

/** More user names than this nobody has on one site: the latest stay. */
const mostUserNames = 8

/** The user chose an account on one of its sites. */
export interface Choice {
  readonly accountId: string
  /** The origin of the account's site, as it is bound. */
  readonly siteOrigin: string
  /** The user name that was typed there before; null where none was. */
  readonly userName: string | null
  readonly nowMs: number
}

/**
 * Remembers that the user chose an account on a site: it comes first there, and its user name
 * tells it from the others. Throws `account-missing`.
 */
export function rememberChoice(document: VaultDocument, choice: Choice): VaultDocument {
  const { accountId, siteOrigin, userName, nowMs } = choice
  return editSite(document, accountId, siteOrigin, (site) => ({
    ...site,
    chosenAtMs: nowMs,
    ...(userName === null ? {} : { userNames: withName(site.userNames ?? [], userName) }),
  }))
}

/** Forgets that a user name was typed where an account was chosen. Throws `account-missing`. */
export function forgetUserName(
  document: VaultDocument,
  accountId: string,
  siteOrigin: string,
  userName: string,
): VaultDocument {
  return editSite(document, accountId, siteOrigin, (site) => ({
    ...site,
    userNames: (site.userNames ?? []).filter((name) => !isSameUserName(name, userName)),
  }))
}

/** Remembers the field that the user pointed out on a site. Throws `account-missing`. */
export function rememberField(
  document: VaultDocument,
  accountId: string,
  siteOrigin: string,
  field: NonNullable<Site['field']>,
): VaultDocument {
  return editSite(document, accountId, siteOrigin, (site) => ({ ...site, field }))
}

/** Forgets the field that was pointed out on a site. Throws `account-missing`. */
export function forgetField(
  document: VaultDocument,
  accountId: string,
  siteOrigin: string,
): VaultDocument {
  return editSite(document, accountId, siteOrigin, ({ field: _, ...site }) => site)
}

function editSite(
  document: VaultDocument,
  accountId: string,
  siteOrigin: string,
  edit: (site: Site) => Site,
): VaultDocument {
  return editAccount(document, accountId, (account) => ({
    ...account,
    sites: account.sites.map((site) => (site.origin === siteOrigin ? edit(site) : site)),
  }))
}

function withName(names: readonly string[], name: string): string[] {
  return [...names.filter((known) => !isSameUserName(known, name)), name].slice(-mostUserNames)
}
