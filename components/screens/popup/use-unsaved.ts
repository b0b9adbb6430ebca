import { useCallback, useEffect, useState } from 'preact/hooks'
import { type ErrorCode, toErrorCode } from '@/utils/errors/app-error'
import type { OtpAccount } from '@/utils/otp/parameters'
import { type AccountDraft, parseAccountDraft } from '@/utils/vault/account-draft'
import type { Account } from '@/utils/vault/document'
import { useServices } from './services'

/** What an earlier popup had the background save in vain, opened. */
export interface OpenedUnsaved {
  /** Still sealed, to be sent again. */
  readonly draft: string
  /** As it would be saved. */
  readonly account: OtpAccount
  /** Why it was not. */
  readonly code: ErrorCode
}

/** What could not be saved, or null; and looking again, once that may have changed. */
export function useUnsaved(): readonly [OpenedUnsaved | null, () => void] {
  const { vault, model, unsaved, now } = useServices()
  const [opened, setOpened] = useState<OpenedUnsaved | null>(null)
  const look = useCallback(async (): Promise<void> => {
    const kept = await unsaved.read()
    if (kept === null) return setOpened(null)
    try {
      const draft = parseAccountDraft(await vault.openDraft(kept.draft, now()))
      // Locked meanwhile: no account is seen then, and each is there all the same.
      if (model.document.peek() === null) return setOpened(null)
      const account = accountOf(draft, model.accounts.peek())
      if (account === null) await unsaved.clear()
      setOpened(account && { ...kept, account })
    } catch (failure) {
      // Of another vault, nobody can ever save it. Whatever else fails may work the next time.
      if (toErrorCode(failure) === 'message-refused') await unsaved.clear()
      setOpened(null)
    }
  }, [vault, model, unsaved, now])
  useEffect(() => void look(), [look])
  return [opened, () => void look()]
}

/** Null for one more site of an account that is gone: there is nothing left to save. */
function accountOf(draft: AccountDraft, accounts: readonly Account[]): OtpAccount | null {
  if (draft.kind === 'add') return draft.account
  const known = accounts.find(({ id }) => id === draft.accountId) ?? null
  if (draft.kind === 'bind') return known
  const { issuer, label } = draft.edited ?? known ?? { issuer: '', label: '' }
  return { issuer, label, parameters: draft.parameters }
}
