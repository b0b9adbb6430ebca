import { AppError } from '@/utils/errors/app-error'
import { nextHotp } from '@/utils/otp/next-hotp'
import type { OtpAccount } from '@/utils/otp/parameters'
import type { Account, VaultDocument } from './document'

/*
 * Edits of the open document, for `Vault.change`: pure, so that they may run again on a newer
 * document when somebody else saved in between.
 */

/** What an account gets on its first day besides what was scanned. */
export interface NewAccount {
  readonly id: string
  readonly nowMs: number
  readonly sites?: Account['sites']
  /** Where it came off a set-up page. */
  readonly enrolment?: Account['enrolment']
}

/** What people may change of an account. */
export type AccountChanges = Partial<
  Pick<Account, 'issuer' | 'label' | 'parameters' | 'note' | 'sites' | 'tags' | 'favorite'>
>

/** An account of what was scanned, pasted or typed. */
export function newAccount(
  { issuer, label, parameters }: OtpAccount,
  { id, nowMs, sites = [], enrolment }: NewAccount,
): Account {
  return {
    id,
    issuer,
    label,
    parameters,
    note: '',
    sites,
    tags: [],
    favorite: false,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    deletedAtMs: null,
    ...(enrolment === undefined ? {} : { enrolment }),
  }
}

/** The account of that id, in the trash or not. Throws `account-missing`. */
export function accountById(document: VaultDocument, id: string): Account {
  const account = document.accounts.find((candidate) => candidate.id === id)
  if (account === undefined) throw new AppError('account-missing')
  return account
}

/**
 * `document` with one account replaced by what `edit` makes of it. Throws `account-missing`.
 */
export function editAccount(
  document: VaultDocument,
  id: string,
  edit: (account: Account) => Account,
): VaultDocument {
  const account = accountById(document, id)
  const edited = edit(account)
  const accounts = document.accounts.map((each) => (each === account ? edited : each))
  return { ...document, accounts }
}

/**
 * Appends an account. The same id again replaces nothing and adds nothing: a save that is repeated
 * because its answer was lost does no harm.
 */
export function addAccount(document: VaultDocument, account: Account): VaultDocument {
  const known = document.accounts.some(({ id }) => id === account.id)
  return known ? document : { ...document, accounts: [...document.accounts, account] }
}

/** Applies changes by people. Throws `account-missing`. */
export function updateAccount(
  document: VaultDocument,
  id: string,
  changes: AccountChanges,
  nowMs: number,
): VaultDocument {
  return editAccount(document, id, (account) => ({ ...account, ...changes, updatedAtMs: nowMs }))
}

/** Moves an account to the trash. Throws `account-missing`. */
export function trashAccount(document: VaultDocument, id: string, nowMs: number): VaultDocument {
  return editAccount(document, id, (account) => ({ ...account, deletedAtMs: nowMs }))
}

/** Takes an account back out of the trash. Throws `account-missing`. */
export function restoreAccount(document: VaultDocument, id: string): VaultDocument {
  return editAccount(document, id, (account) => ({ ...account, deletedAtMs: null }))
}

/**
 * Moves the counter of an HOTP account one further, before its code is shown: better one skipped
 * than one used twice. Other types stay as they are. Throws `account-missing`,
 * `counter-out-of-range`.
 */
export function advanceCounter(document: VaultDocument, id: string): VaultDocument {
  return editAccount(document, id, (account) =>
    account.parameters.type === 'hotp'
      ? { ...account, parameters: nextHotp(account.parameters) }
      : account,
  )
}
