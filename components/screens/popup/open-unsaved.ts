import type { ErrorCode } from '@/utils/errors/app-error'
import type { OtpAccount, OtpParameters } from '@/utils/otp/parameters'
import type { Unsaved } from '@/utils/storage/unsaved-store'
import { type AccountDraft, parseAccountDraft } from '@/utils/vault/account-draft'
import type { Account } from '@/utils/vault/document'
import { codeKey } from '@/utils/vault/duplicates'

/** What an earlier popup had the background save in vain, opened. */
export interface OpenedUnsaved {
  /** Still sealed, to be sent again. */
  readonly draft: string
  /** As it would be saved. */
  readonly account: OtpAccount
  /** Why it was not. */
  readonly code: ErrorCode
  /** Whether these give its codes. */
  readonly isOf: (parameters: OtpParameters) => boolean
}

/**
 * What `kept` holds, whose draft opened as `value`. Null where there is nothing left to save.
 * Throws `message-refused` for what is no draft of this vault.
 */
export function openUnsaved(
  kept: Unsaved,
  value: unknown,
  accounts: readonly Account[],
): OpenedUnsaved | null {
  const account = accountOf(parseAccountDraft(value), accounts)
  if (account === null) return null
  const key = codeKey(account.parameters)
  return { ...kept, account, isOf: (parameters) => codeKey(parameters) === key }
}

/** Null for one more site of an account that is gone: there is nothing left to save. */
function accountOf(draft: AccountDraft, accounts: readonly Account[]): OtpAccount | null {
  if (draft.kind === 'add') return draft.account
  const known = accounts.find(({ id }) => id === draft.accountId) ?? null
  if (draft.kind === 'bind') return known
  const { issuer, label } = draft.edited ?? known ?? { issuer: '', label: '' }
  return { issuer, label, parameters: draft.parameters }
}
