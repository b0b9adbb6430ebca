import type { Account, Site } from './document'

/*
 * Whose accounts are, by the names that people log in with.
 */

/** An account on one of its sites. */
interface AccountOnSite {
  readonly account: Account
  readonly site: Site
}

/** Whether two user names are the same to the sites that people log in to. */
export function isSameUserName(a: string, b: string): boolean {
  return foldedName(a) === foldedName(b)
}

/** Whether a user name is the account's: by its label, or as its owner was called there before. */
export function isNamed(on: AccountOnSite, userName: string | null): boolean {
  return userName !== null && namesOf(on).some((name) => isSameUserName(name, userName))
}

/**
 * Whether a user name speaks against an account, so that its code would be tried on somebody else's
 * log-in: both are e-mail addresses, of different people, or another account of the same issuer is
 * called so. That labels and user names differ says nothing by itself: many do.
 */
export function isSomebodyElses(
  on: AccountOnSite,
  userName: string | null,
  accounts: readonly Account[],
): boolean {
  if (userName === null || isNamed(on, userName)) return false
  const mailbox = mailboxOf(userName)
  const isKnown = namesOf(on).some((name) => (mailboxOf(name) ?? foldedName(name)) === mailbox)
  if (mailbox !== null && !isKnown && mailboxOf(on.account.label) !== null) return true
  return accounts.some(
    ({ deletedAtMs, issuer, label }) =>
      deletedAtMs === null &&
      isSameUserName(issuer, on.account.issuer) &&
      isSameUserName(label, userName),
  )
}

function namesOf({ account, site }: AccountOnSite): readonly string[] {
  return [account.label, ...(site.userNames ?? [])]
}

/** What stands before the @ of an e-mail address, without a tag; null for what is none. */
function mailboxOf(name: string): string | null {
  return /^([^\s@+:]+)(?:\+[^\s@:]*)?@[^\s@]+\.[a-z][^\s@.]+$/.exec(foldedName(name))?.[1] ?? null
}

function foldedName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}
