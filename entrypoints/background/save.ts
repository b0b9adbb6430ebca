import { toErrorCode } from '@/utils/errors/app-error'
import type { Handler } from '@/utils/messages/listen'
import type { UnsavedStore } from '@/utils/storage/unsaved-store'
import { accountIdOf, applyAccountDraft, parseAccountDraft } from '@/utils/vault/account-draft'
import type { Vault } from '@/utils/vault/vault'

/** What saving needs from the outside. */
export interface SavePorts {
  readonly vault: Pick<Vault, 'openDraft' | 'change'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Has the pages in front look again: one of them may have waited for this account. */
  readonly lookAgain: () => Promise<void>
  /** Where what failed is kept for the next popup. */
  readonly unsaved: UnsavedStore
}

/**
 * Saves what the popup reviewed and sealed: here, because the popup may be closed by the browser's
 * own prompt before it is done; for the same reason what fails is kept. Throws `vault-locked`,
 * `message-refused`, `account-missing` and what `Vault.change` throws.
 */
export function createSave(ports: SavePorts): Handler<'account.save'> {
  return async ({ draft }) => {
    const accountId = await saveDraft(draft, ports).catch((error) => keep(draft, error, ports))
    await ports.unsaved.clear(draft)
    await ports.lookAgain()
    return { accountId }
  }
}

async function saveDraft(draft: string, { vault, now }: SavePorts): Promise<string> {
  const nowMs = now()
  const reviewed = parseAccountDraft(await vault.openDraft(draft, nowMs))
  await vault.change(nowMs, (document) => applyAccountDraft(document, reviewed, nowMs))
  return accountIdOf(reviewed)
}

async function keep(draft: string, error: unknown, { unsaved }: SavePorts): Promise<never> {
  const code = toErrorCode(error)
  // What is no draft of this vault will never be one.
  if (code !== 'message-refused') await unsaved.write({ draft, code })
  throw error
}
