import { useId, useMemo } from 'preact/hooks'
import { CodeText } from '@/components/account/CodeText'
import { t } from '@/components/i18n'
import { createLiveCode } from '@/components/model/live-code'
import type { OtpAccount } from '@/utils/otp/parameters'
import type { Account } from '@/utils/vault/document'
import { secretKey } from '@/utils/vault/duplicates'
import styles from './Difference.module.css'
import { useServices } from './services'

interface DifferenceProps {
  readonly saved: Account
  readonly found: OtpAccount
  readonly replace: boolean
  readonly onReplace: (replace: boolean) => void
}

/** Another secret of the same name, or other settings of the same secret: both codes, and whether the new one replaces the old. */
export function Difference({ saved, found, replace, onReplace }: DifferenceProps) {
  const name = useId()
  const sameSecret = secretKey(saved) === secretKey(found)
  return (
    <fieldset class={styles.difference} data-testid="difference">
      <legend>{t(sameSecret ? 'found_difference_codes' : 'found_difference')}</legend>
      <dl class={styles.codes}>
        <Side name={t('found_difference_saved')} account={saved} />
        <Side name={t('found_difference_here')} account={found} />
      </dl>
      <label class={styles.choice}>
        <input
          type="radio"
          name={name}
          checked={!replace}
          data-testid="keep-both"
          onChange={() => onReplace(false)}
        />
        {t('found_keep_both')}
      </label>
      <label class={styles.choice}>
        <input
          type="radio"
          name={name}
          checked={replace}
          data-testid="replace-secret"
          onChange={() => onReplace(true)}
        />
        {t('found_replace_old')}
      </label>
    </fieldset>
  )
}

function Side({ name, account }: { readonly name: string; readonly account: OtpAccount }) {
  const { clock } = useServices()
  const { parameters } = account
  const live = useMemo(() => createLiveCode(parameters, clock), [parameters, clock])
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <CodeText code={live.code} />
      </dd>
    </div>
  )
}
