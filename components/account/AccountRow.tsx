import { computed, type ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { t } from '@/components/i18n'
import type { Copy } from '@/components/model/copy'
import type { OtpParameters } from '@/utils/otp/parameters'
import type { Account } from '@/utils/vault/document'
import { isUnconfirmed } from '@/utils/vault/unconfirmed'
import { AccountHead } from './AccountHead'
import styles from './AccountRow.module.css'
import { spokenCode } from './CodeText'
import { useAccountCode } from './use-account-code'
import { type MayCopy, useCopy } from './use-copy'

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
  readonly mayCopy?: MayCopy
}

/** One account of a list: a click anywhere copies its code. */
export function AccountRow({ account, services, actions, mayCopy }: AccountRowProps) {
  const code = useAccountCode(account, services.clock, services.takeCounter)
  const { copied, run } = useCopy(code.take, services.copy, mayCopy)
  const name = [account.issuer, account.label].filter(Boolean).join(', ') || t('account_unnamed')
  const label = useMemo(() => computed(() => spoken(name, code.code.value)), [name, code])
  return (
    <div
      class={styles.row}
      data-testid="account-row"
      data-account-id={account.id}
      data-copied={copied || undefined}
      data-unconfirmed={isUnconfirmed(account) || undefined}
    >
      <button type="button" class={styles.main} aria-label={label} onClick={run}>
        <AccountHead
          account={account}
          code={code}
          copied={copied}
          layout="row"
          note={isUnconfirmed(account) ? t('enrol_row') : undefined}
        />
      </button>
      {actions && <div class={styles.actions}>{actions}</div>}
    </div>
  )
}

function spoken(name: string, code: string | null): string {
  return code === null ? t('account_counter', name) : t('account_copy', name, spokenCode(code))
}
