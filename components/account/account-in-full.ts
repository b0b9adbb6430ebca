import type { Account } from '@/utils/vault/document'
import { accountTitle } from './account-title'
import { plainName } from './in-sentence'

/** An account's name where others of the same issuer stand beside it: the label, too. */
export function accountInFull(account: Pick<Account, 'issuer' | 'label'>): string {
  const { issuer, label } = account
  return issuer && label ? `${accountTitle(account)} (${plainName(label)})` : accountTitle(account)
}
