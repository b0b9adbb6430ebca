import type { Handler } from '@/utils/messages/listen'
import { accountIdOf, applyAccountDraft, parseAccountDraft } from '@/utils/vault/account-draft'
import type { Vault } from '@/utils/vault/vault'

/** What saving needs from the outside. */
export interface SavePorts {
  readonly vault: Pick<Vault, 'openDraft' | 'change'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Has the pages in front look again: one of them may have waited for this account. */
  readonly lookAgain: () => Promise<void>
}

/**
 * Saves what the popup reviewed and sealed: here, because the popup may be closed by the browser's
 * own prompt before it is done. Throws `vault-locked`, `message-refused`, `account-missing` and what
 * `Vault.change` throws.
 */
export function createSave(ports: SavePorts): Handler<'account.save'> {
  return async ({ draft }) => {
    const nowMs = ports.now()
    const reviewed = parseAccountDraft(await ports.vault.openDraft(draft, nowMs))
    await ports.vault.change(nowMs, (document) => applyAccountDraft(document, reviewed, nowMs))
    await ports.lookAgain()
    return { accountId: accountIdOf(reviewed) }
  }
}
