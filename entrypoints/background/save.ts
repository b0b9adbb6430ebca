import type { Handler } from '@/utils/messages/listen'
import { accountFromDraft, putAccount } from '@/utils/vault/account-draft'
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
 * Saves an account that the popup reviewed and sealed: here, because the popup may be closed by
 * the browser's own prompt before it is done. Throws `vault-locked`, `message-refused` and what
 * `Vault.change` throws.
 */
export function createSave(ports: SavePorts): Handler<'account.save'> {
  return async ({ draft }) => {
    const account = accountFromDraft(await ports.vault.openDraft(draft, ports.now()))
    await ports.vault.change(ports.now(), (document) => putAccount(document, account))
    await ports.lookAgain()
    return { accountId: account.id }
  }
}
