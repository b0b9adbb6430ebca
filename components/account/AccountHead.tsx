import { classes } from '@/components/ui/classes'
import type { OtpAccount } from '@/utils/otp/parameters'
import type { Account } from '@/utils/vault/document'
import styles from './AccountHead.module.css'
import { AccountName } from './AccountName'
import { CodeRing } from './CodeRing'
import { RowCode, type ShownCode } from './RowCode'

interface AccountHeadProps {
  readonly account: Pick<OtpAccount, 'issuer' | 'label'> & Partial<Pick<Account, 'favorite'>>
  readonly code: ShownCode
  /** Copied just now. */
  readonly copied?: boolean
  /** `row`: two lines, one where there is room. `card`: the whole label on a line of its own. */
  readonly layout: 'row' | 'card'
  /** A few words on how it stands, beside the code. */
  readonly note?: string | undefined
}

/** An account at a glance: the coin, whose it is, its code. */
export function AccountHead({ account, code, copied = false, layout, note }: AccountHeadProps) {
  const { issuer, label } = account
  return (
    <span class={classes(styles.head, styles[layout])}>
      <CodeRing
        secondsLeft={code.secondsLeft}
        period={code.period}
        name={issuer === '' ? label : issuer}
      />
      <AccountName
        issuer={issuer}
        label={label}
        layout={layout === 'row' ? 'inline' : 'whole'}
        starred={account.favorite}
      />
      <RowCode code={code} copied={copied} note={note} />
    </span>
  )
}
