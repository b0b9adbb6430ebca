import { useId, useMemo } from 'preact/hooks'
import { CodeText } from '@/components/account/CodeText'
import { DifferenceFrame } from '@/components/account/DifferenceFrame'
import { t } from '@/components/i18n'
import { createLiveCode } from '@/components/model/live-code'
import { Radio } from '@/components/ui/Radio'
import type { OtpAccount } from '@/utils/otp/parameters'
import type { Account, Site } from '@/utils/vault/document'
import { secretKey } from '@/utils/vault/duplicates'
import styles from './Difference.module.css'
import { useServices } from './services'

interface DifferenceProps {
  readonly saved: Account
  readonly found: OtpAccount
  readonly replace: boolean
  readonly onReplace: (replace: boolean) => void
  /** Where it will be bound if it comes off a set-up page; null if it does not. */
  readonly sites: readonly Site[] | null
}

/**
 * Another secret of the same name, or other settings of the same secret: both codes, and whether
 * the new one replaces the old. Another secret off a set-up page never does: the site may still go
 * by the old one, see [Note: Enrolment].
 */
export function Difference({ saved, found, replace, onReplace, sites }: DifferenceProps) {
  const sameSecret = secretKey(saved) === secretKey(found)
  return (
    <DifferenceFrame
      title={t(sameSecret ? 'found_difference_codes' : 'found_difference')}
      testId="difference"
    >
      <dl class={styles.codes}>
        <Side name={t('found_difference_saved')} account={saved} />
        <Side name={t('found_difference_here')} account={found} />
      </dl>
      {staysBeside(sites, sameSecret) ? (
        <p data-testid="stays">
          {t(sharesSite(saved, sites) ? 'found_stays' : 'found_stays_apart')}
        </p>
      ) : (
        <ReplaceChoice replace={replace} onReplace={onReplace} />
      )}
    </DifferenceFrame>
  )
}

function staysBeside(sites: readonly Site[] | null, sameSecret: boolean): sites is readonly Site[] {
  return sites !== null && !sameSecret
}

function sharesSite(saved: Account, sites: readonly Site[]): boolean {
  return saved.sites.some(({ origin }) => sites.some((site) => site.origin === origin))
}

function ReplaceChoice({ replace, onReplace }: Pick<DifferenceProps, 'replace' | 'onReplace'>) {
  const name = useId()
  return (
    <>
      <Radio
        label={t('found_keep_both')}
        name={name}
        checked={!replace}
        data-testid="keep-both"
        onChoose={() => onReplace(false)}
      />
      <Radio
        label={t('found_replace_old')}
        name={name}
        checked={replace}
        data-testid="replace-secret"
        onChoose={() => onReplace(true)}
      />
    </>
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
