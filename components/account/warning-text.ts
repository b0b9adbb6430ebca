import { t } from '@/components/i18n'
import type { ImportWarning } from '@/utils/backup/parsed-backup'
import { inSentence } from './in-sentence'

/** The sentences for what is odd about a set-up code or an entry, each once. */
export function warningTexts(warnings: readonly ImportWarning[]): readonly string[] {
  return [...new Set(warnings.map(warningText).filter((sentence) => sentence !== null))]
}

/** Null where users need not know. */
function warningText({ code, detail }: ImportWarning): string | null {
  switch (code) {
    case 'secret-length':
      return t('warning_secret_length')
    case 'issuer-differs':
      return t(
        'warning_issuer_differs',
        inSentence(detail.issuer ?? ''),
        inSentence(detail.prefix ?? ''),
      )
    case 'counter-missing':
      return t('warning_counter_missing')
    case 'parameter-repeated':
      return t('warning_parameter_repeated')
    case 'site-refused':
      return t('warning_site_refused', inSentence(detail.site ?? ''))
    case 'settings-unused':
      return t(
        'warning_settings_unused',
        inSentence(detail.digits ?? ''),
        inSentence(detail.period ?? ''),
      )
    case 'steam-by-issuer':
      return null
  }
}
