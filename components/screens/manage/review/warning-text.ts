import { t } from '@/components/i18n'
import type { OtpauthWarning } from '@/utils/otp/otpauth-warning'

/** The sentence for an oddity of something read: what it is, and that it was read all the same. */
export function warningText({ code, detail }: OtpauthWarning): string {
  switch (code) {
    case 'secret-length':
      return t('warning_secret_length')
    case 'issuer-differs':
      return t('warning_issuer_differs', detail['issuer'] ?? '', detail['prefix'] ?? '')
    case 'counter-missing':
      return t('warning_counter_missing')
    case 'parameter-repeated':
      return t('warning_parameter_repeated', detail['parameter'] ?? '')
    case 'steam-by-issuer':
      return t('warning_steam_by_issuer')
  }
}
