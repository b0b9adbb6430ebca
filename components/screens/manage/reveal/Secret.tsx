import { useMemo } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Notice } from '@/components/ui/Notice'
import { QrCode } from '@/components/ui/QrCode'
import { toOtpauthUri } from '@/utils/otp/to-otpauth-uri'
import { encode } from '@/utils/qr/encode'
import type { Account } from '@/utils/vault/document'
import { CopySecret } from './CopySecret'
import styles from './Secret.module.css'
import { SecretText } from './SecretText'
import { settingRows } from './setting-rows'
import { shownSeconds } from './use-hiding'

/** All it takes to have the codes of an account elsewhere. */
export function Secret({ account }: { readonly account: Account }) {
  const { issuer, label, parameters } = account
  const uri = toOtpauthUri({ issuer, label, parameters })
  const modules = useMemo(() => encode(uri), [uri])
  return (
    <div class={styles.secret} data-testid="revealed">
      {modules === null ? (
        <Notice tone="warning">{t('manage_reveal_too_long')}</Notice>
      ) : (
        <div class={styles.picture}>
          <QrCode modules={modules} label={t('manage_reveal_qr')} />
          <p class={styles.hint}>{t('manage_reveal_scan')}</p>
        </div>
      )}
      <SecretText secretBase32={parameters.secretBase32} />
      <CopySecret secretBase32={parameters.secretBase32} uri={uri} />
      <dl class={styles.settings}>
        {settingRows(parameters).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {parameters.type === 'hotp' && <Notice>{t('manage_reveal_counter')}</Notice>}
      <p class={styles.hint}>{t('manage_reveal_hides', shownSeconds)}</p>
    </div>
  )
}
