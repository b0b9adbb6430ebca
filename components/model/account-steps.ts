import { bindSites } from '@/utils/vault/account-sites'
import { addAccount, newAccount } from '@/utils/vault/accounts'
import type { VaultDocument } from '@/utils/vault/document'
import { replaceSecret } from '@/utils/vault/replace-secret'
import type { Incoming } from './account-actions'

/** The edit that takes one in. `id` is the new account's, or that of what was replaced. */
export function stepOf(
  { account, sites = [], replaces = null }: Incoming,
  id: string,
  nowMs: number,
) {
  return (document: VaultDocument): VaultDocument => {
    if (replaces === null) {
      return addAccount(document, newAccount(account, { id, nowMs, sites: [...sites] }))
    }
    const replacing = { trashedId: id, nowMs }
    const replaced = replaceSecret(document, replaces, account.parameters, replacing)
    return bindSites(replaced, replaces, sites, nowMs)
  }
}
