import { t } from '@/components/i18n'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/Icon'
import styles from './AccountName.module.css'
import { SafeText } from './SafeText'

interface AccountNameProps {
  readonly issuer: string
  readonly label: string
  /**
   * `lines` (default): issuer above label, each cut to its line. `whole`: each on two lines at most.
   * `inline`: both on one line.
   */
  readonly layout?: 'lines' | 'whole' | 'inline'
  readonly starred?: boolean | undefined
}

/** Who issued an account and whose it is. */
export function AccountName({ issuer, label, layout = 'lines', starred }: AccountNameProps) {
  const labelLook = issuer === '' ? styles.issuer : styles.label
  return (
    <span class={classes(styles.name, styles[layout])}>
      {issuer !== '' && <SafeText text={issuer} testId="issuer" class={styles.issuer} />}
      {label !== '' && <SafeText text={label} testId="label" class={labelLook} />}
      {starred && <Icon name="star" />}
      {issuer === '' && label === '' && <i class={styles.label}>{t('account_unnamed')}</i>}
    </span>
  )
}
