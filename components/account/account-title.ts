import { t } from '@/components/i18n'
import type { Account } from '@/utils/vault/document'
import { visibleText } from './visible-text'

const longest = 60

/** An account's name inside a sentence: issuer, else label, nothing unseen in it, cut to fit. */
export function accountTitle({ issuer, label }: Pick<Account, 'issuer' | 'label'>): string {
  const name = visibleText(issuer || label)
    .map((part) => (part.kind === 'text' ? part.text : part.codePoint))
    .join('')
  if (name === '') return t('account_unnamed')
  return name.length > longest ? `${name.slice(0, longest)}…` : name
}
