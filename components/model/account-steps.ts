import { addAccount, newAccount } from '@/utils/vault/accounts'
import type { VaultDocument } from '@/utils/vault/document'
import type { Incoming } from './account-actions'

/** The edit that takes one in; `id` is the new account's. */
export function stepOf({ account, sites = [] }: Incoming, id: string, nowMs: number) {
  const added = newAccount(account, { id, nowMs, sites: [...sites] })
  return (document: VaultDocument): VaultDocument => addAccount(document, added)
}
