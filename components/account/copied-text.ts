import { t } from '@/components/i18n'

/** Says that something was copied, and for how long; 0 seconds: until something else is. */
export function copiedText(seconds: number): string {
  return seconds === 0 ? t('account_copied') : t('account_copied_for', seconds)
}
