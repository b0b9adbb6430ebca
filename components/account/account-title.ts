import { t } from '@/components/i18n'
import type { Account } from '@/utils/vault/document'
import { plainName } from './in-sentence'

/** An account's name inside a sentence: issuer, else label, nothing unseen in it, cut to fit. */
export function accountTitle({ issuer, label }: Pick<Account, 'issuer' | 'label'>): string {
  return plainName(issuer || label) || t('account_unnamed')
}
