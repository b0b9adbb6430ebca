import { t } from '@/components/i18n'
import type { OtpParameters } from '@/utils/otp/parameters'

/** How codes are made of the secret, as names and values to read. */
export function settingRows(parameters: OtpParameters): readonly (readonly [string, string])[] {
  const type = [t('form_type'), t(`form_type_${parameters.type}`)] as const
  if (parameters.type === 'steam') return [type]
  return [
    type,
    [t('form_algorithm'), parameters.algorithm],
    [t('form_digits'), `${parameters.digits}`],
    parameters.type === 'totp'
      ? [t('form_period'), `${parameters.period}`]
      : [t('form_counter'), `${parameters.counter}`],
  ]
}
