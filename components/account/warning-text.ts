import { t } from '@/components/i18n'
import type { OtpauthWarning } from '@/utils/otp/otpauth-warning'

/** The sentence for something odd about a set-up code, or null where users need not know. */
export function warningText({ code, detail }: OtpauthWarning): string | null {
  switch (code) {
    case 'secret-length':
      return t('warning_secret_length')
    case 'issuer-differs':
      return t('warning_issuer_differs', detail.issuer ?? '', detail.prefix ?? '')
    case 'counter-missing':
      return t('warning_counter_missing')
    case 'parameter-repeated':
      return t('warning_parameter_repeated')
    case 'steam-by-issuer':
      return null
  }
}
