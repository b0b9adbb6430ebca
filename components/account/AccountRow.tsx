import { type ReadonlySignal, useComputed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { t } from '@/components/i18n'
import type { Copy } from '@/components/model/copy'
import type { OtpParameters } from '@/utils/otp/parameters'
import type { Account } from '@/utils/vault/document'
import { AccountHead } from './AccountHead'
import styles from './AccountRow.module.css'
import { spokenCode } from './CodeText'
import { useAccountCode } from './use-account-code'
import { useCopy } from './use-copy'

/** What a row needs of its page. */
export interface RowServices {
  /** The time for codes and countdowns. */
  readonly clock: ReadonlySignal<number>
  readonly copy: Copy
  readonly takeCounter: (id: string) => Promise<OtpParameters>
}

interface AccountRowProps {
  readonly account: Account
  readonly services: RowServices
  /** Buttons that appear when the row is pointed at or holds the focus. */
  readonly actions?: ComponentChildren
}

/** One account of a list: a click anywhere copies its code. */
export function AccountRow({ account, services, actions }: AccountRowProps) {
  const code = useAccountCode(account, services.clock, services.takeCounter)
  const { copied, run } = useCopy(code.take, services.copy)
  const name = [account.issuer, account.label].filter(Boolean).join(', ') || t('account_unnamed')
  const label = useComputed(() =>
    code.code.value === null
      ? t('account_counter', name)
      : t('account_copy', name, spokenCode(code.code.value)),
  )
  return (
    <div
      class={styles.row}
      data-testid="account-row"
      data-account-id={account.id}
      data-copied={copied || undefined}
    >
      <button type="button" class={styles.main} aria-label={label} onClick={run}>
        <AccountHead account={account} code={code} copied={copied} layout="row" />
      </button>
      {actions && <div class={styles.actions}>{actions}</div>}
    </div>
  )
}
