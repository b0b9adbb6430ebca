import { t } from '@/components/i18n'
import type { ImportWarning } from '@/utils/backup/parsed-backup'

/** The sentence for something odd about a set-up code or an entry, or null where users need not know. */
export function warningText({ code, detail }: ImportWarning): string | null {
  switch (code) {
    case 'secret-length':
      return t('warning_secret_length')
    case 'issuer-differs':
      return t('warning_issuer_differs', detail.issuer ?? '', detail.prefix ?? '')
    case 'counter-missing':
      return t('warning_counter_missing')
    case 'parameter-repeated':
      return t('warning_parameter_repeated')
    case 'site-refused':
      return t('warning_site_refused', detail.site ?? '')
    case 'steam-by-issuer':
      return null
  }
}
