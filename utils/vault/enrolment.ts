import { bindSites } from './account-sites'
import { accountById, editAccount, trashAccount } from './accounts'
import type { Account, Enrolment, VaultDocument } from './document'
import { nameKey } from './duplicates'
import { rememberChoice } from './site-memory'
import { isUnconfirmed } from './unconfirmed'

/*
 * [Note: Enrolment] An account that is taken off a set-up page is unconfirmed until the site has
 * taken a code of it. Sites that are told to set up anew give a new secret and keep the old one
 * until then, so both are kept: the older account is only ever moved to the trash by its owner,
 * who is asked once the new one is confirmed, and only where both are bound to one site: a page
 * can name its accounts as it likes.
 */

/** The set-up page of `origin`, just now. */
export function beginEnrolment(origin: string, nowMs: number): Enrolment {
  return { origin, startedAtMs: nowMs }
}

/** A set-up that nobody went on with for so long is left for another day, or given up. */
const setUpWithinMs = 10 * 60_000

/**
 * The account that is being set up on `origin` right now: off a page there, and no code of it was
 * filled yet. Its code is the one that the page wants, whatever else is bound there. Null where
 * there is none, or more than one.
 */
export function setUpNow(
  accounts: readonly Account[],
  origin: string,
  nowMs: number,
): Account | null {
  const [account, ...others] = accounts.filter(
    (each) =>
      isUnconfirmed(each) &&
      each.enrolment?.origin === origin &&
      each.enrolment.filledAtMs === undefined &&
      Math.abs(nowMs - each.enrolment.startedAtMs) < setUpWithinMs,
  )
  return others.length === 0 ? (account ?? null) : null
}

/** A code was filled on the set-up page. Throws `account-missing`. */
export function noteFilled(document: VaultDocument, id: string, nowMs: number): VaultDocument {
  return editEnrolment(document, id, (enrolment) => ({ ...enrolment, filledAtMs: nowMs }))
}

/**
 * The site has taken a code of it, and it is the one that was chosen there last. What is left to ask
 * is whether an older account goes; without one, nothing is. Throws `account-missing`.
 */
export function confirmEnrolment(
  document: VaultDocument,
  id: string,
  nowMs: number,
): VaultDocument {
  const confirmed = editEnrolment(chooseOnce(document, id, nowMs), id, (enrolment) => ({
    ...enrolment,
    confirmedAtMs: enrolment.confirmedAtMs ?? nowMs,
  }))
  return settledIfAlone(confirmed, id)
}

/** Nothing is left to ask: the older account stays. Throws `account-missing`. */
export function settleEnrolment(document: VaultDocument, id: string): VaultDocument {
  return editAccount(document, id, ({ enrolment: _, ...account }) => account)
}

/**
 * Moves the older account to the trash. What its owner set there (sites, note, tags, star) goes
 * over, where the newer one has nothing of its own. Does nothing for one that is not older, or
 * before the newer one is confirmed. Throws `account-missing`.
 */
export function supersede(
  document: VaultDocument,
  id: string,
  olderId: string,
  nowMs: number,
): VaultDocument {
  const older = oldersOf(accountById(document, id), document.accounts).find(
    (each) => each.id === olderId,
  )
  if (older === undefined) return document
  const taken = editAccount(document, id, (account) => ({
    ...account,
    note: account.note === '' ? older.note : account.note,
    tags: account.tags.length === 0 ? older.tags : account.tags,
    favorite: account.favorite || older.favorite,
    updatedAtMs: nowMs,
  }))
  const bound = bindSites(taken, id, older.sites, nowMs)
  return settledIfAlone(trashAccount(bound, olderId, nowMs), id)
}

/**
 * The older accounts that a confirmed one may supersede: of the same name and bound to a site of
 * it, the newest last. None before it is confirmed.
 */
export function oldersOf(account: Account, accounts: readonly Account[]): readonly Account[] {
  const name = nameKey(account)
  if (account.enrolment?.confirmedAtMs === undefined || name === null) return []
  const origins = new Set(account.sites.map(({ origin }) => origin))
  const isOlder = (other: Account): boolean =>
    other.id !== account.id &&
    other.deletedAtMs === null &&
    other.createdAtMs <= account.createdAtMs &&
    nameKey(other) === name &&
    other.sites.some(({ origin }) => origins.has(origin))
  return accounts.filter(isOlder).sort((a, b) => a.createdAtMs - b.createdAtMs)
}

function chooseOnce(document: VaultDocument, id: string, nowMs: number): VaultDocument {
  const account = accountById(document, id)
  if (!isUnconfirmed(account) || account.enrolment === undefined) return document
  const { origin } = account.enrolment
  return rememberChoice(document, { accountId: id, siteOrigin: origin, userName: null, nowMs })
}

function settledIfAlone(document: VaultDocument, id: string): VaultDocument {
  const account = accountById(document, id)
  return oldersOf(account, document.accounts).length === 0
    ? settleEnrolment(document, id)
    : document
}

/** One that was settled meanwhile stays so, and one that was thrown away stays as it was. */
function editEnrolment(
  document: VaultDocument,
  id: string,
  edit: (enrolment: Enrolment) => Enrolment,
): VaultDocument {
  return editAccount(document, id, (account) =>
    account.enrolment === undefined || account.deletedAtMs !== null
      ? account
      : { ...account, enrolment: edit(account.enrolment) },
  )
}
