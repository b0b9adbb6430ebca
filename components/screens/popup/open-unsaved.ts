import { type ErrorCode, toErrorCode } from '@/utils/errors/app-error'
import type { OtpAccount, OtpParameters } from '@/utils/otp/parameters'
import type { Unsaved } from '@/utils/storage/unsaved-store'
import { type AccountStep, parseAccountDraft, stepsOf } from '@/utils/vault/account-draft'
import type { Account } from '@/utils/vault/document'
import { codeKey } from '@/utils/vault/duplicates'
import type { PopupServices } from './services'

/** What an earlier popup had the background save in vain, opened. */
export interface OpenedUnsaved {
  /** Still sealed, to be sent again. */
  readonly draft: string
  /** As they would be saved: one, or what was pasted together. */
  readonly accounts: readonly OtpAccount[]
  /** Why it was not. */
  readonly code: ErrorCode
  /** Whether these give the codes of one of them. */
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
  const steps = stepsOf(parseAccountDraft(value))
  const open = steps.flatMap((step) => accountOf(step, accounts) ?? [])
  if (open.length === 0) return null
  const keys = new Set(open.map(({ parameters }) => codeKey(parameters)))
  return { ...kept, accounts: open, isOf: (parameters) => keys.has(codeKey(parameters)) }
}

/** Null for one more site of an account that is gone: there is nothing left to save. */
function accountOf(step: AccountStep, accounts: readonly Account[]): OtpAccount | null {
  if (step.kind === 'add') return step.account
  const known = accounts.find(({ id }) => id === step.accountId) ?? null
  if (step.kind === 'bind') return known
  const { issuer, label } = step.edited ?? known ?? { issuer: '', label: '' }
  return { issuer, label, parameters: step.parameters }
}
