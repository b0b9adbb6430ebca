import { t } from '@/components/i18n'
import type { Account } from '@/utils/vault/document'

const longest = 60

/** An account's name inside a sentence: issuer, else label, cut to a length that fits. */
export function nameOf({ issuer, label }: Pick<Account, 'issuer' | 'label'>): string {
  const name = issuer || label || t('account_unnamed')
  return name.length > longest ? `${name.slice(0, longest)}…` : name
}
