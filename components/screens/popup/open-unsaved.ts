import { type ErrorCode, toErrorCode } from '@/utils/errors/app-error'
import type { OtpAccount, OtpParameters } from '@/utils/otp/parameters'
import type { Unsaved } from '@/utils/storage/unsaved-store'
import { type AccountDraft, parseAccountDraft } from '@/utils/vault/account-draft'
import type { Account } from '@/utils/vault/document'
import { codeKey } from '@/utils/vault/duplicates'
import type { PopupServices } from './services'

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

type Keeping = Pick<PopupServices, 'vault' | 'model' | 'unsaved' | 'now'>

/** The next one that could not be saved, opened; null if there is none or not now. */
export async function nextUnsaved(services: Keeping): Promise<OpenedUnsaved | null> {
  const { vault, model, unsaved, now } = services
  const kept = await unsaved.read()
  if (kept === null) return null
  try {
    const value = await vault.openDraft(kept.draft, now())
    // Locked meanwhile: no account is seen then, and each is there all the same.
    if (model.document.peek() === null) return null
    const found = openUnsaved(kept, value, model.accounts.peek())
    if (found !== null) return found
  } catch (failure) {
    // Of another vault, nobody can ever save it. Whatever else fails may work the next time.
    if (toErrorCode(failure) !== 'message-refused') return null
  }
  await unsaved.clear(kept.draft)
  return await nextUnsaved(services)
}

/**
 * What `kept` holds, whose draft opened as `value`. Null where there is nothing left to save.
 * Throws `message-refused` for what is no draft of this vault.
 */
function openUnsaved(
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
