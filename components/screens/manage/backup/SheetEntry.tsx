import { useMemo } from 'preact/hooks'
import { AccountName } from '@/components/account/AccountName'
import { t } from '@/components/i18n'
import { QrCode } from '@/components/ui/QrCode'
import { toOtpauthUri } from '@/utils/otp/to-otpauth-uri'
import { encode } from '@/utils/qr/encode'
import type { Account } from '@/utils/vault/document'
import { settingRows } from '../reveal/setting-rows'
import styles from './EmergencySheet.module.css'

interface SheetEntryProps {
  readonly account: Account
  /** Whether the recovery codes that are left are printed too. */
  readonly withRecovery: boolean
}

/** An account on paper: to be scanned, or typed. */
export function SheetEntry({ account, withRecovery }: SheetEntryProps) {
  const { issuer, label, parameters, recoveryCodes = [] } = account
  const left = withRecovery ? recoveryCodes.filter(({ usedAtMs }) => usedAtMs === null) : []
  const uri = toOtpauthUri({ issuer, label, parameters })
  const modules = useMemo(() => encode(uri), [uri])
  return (
    <li class={styles.entry} data-testid="sheet-entry">
      <div class={styles.code}>
        {modules && <QrCode modules={modules} label={t('manage_reveal_qr')} />}
      </div>
      <div class={styles.words}>
        <AccountName issuer={issuer} label={label} layout="whole" />
        <p class={styles.secret} translate={false} data-testid="sheet-secret">
          {(parameters.secretBase32.match(/.{1,4}/g) ?? []).join(' ')}
        </p>
        {left.length > 0 && (
          <>
            <p class={styles.settings}>{t('sheet_codes')}</p>
            <p class={styles.secret} translate={false} data-testid="sheet-codes">
              {left.map(({ code }) => code).join(', ')}
            </p>
          </>
        )}
        <p class={styles.settings}>
          {settingRows(parameters).map(([name, value]) => (
            <span key={name}>{`${name}: ${value}`}</span>
          ))}
        </p>
      </div>
    </li>
  )
}
