import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { createLiveCode } from '@/components/model/live-code'
import type { OtpauthWarning } from '@/utils/otp/otpauth-warning'
import type { OtpAccount } from '@/utils/otp/parameters'
import { AccountHead } from './AccountHead'
import styles from './ReviewCard.module.css'
import { warningTexts } from './warning-text'

interface ReviewCardProps {
  readonly account: OtpAccount
  readonly warnings: readonly OtpauthWarning[]
  /** The time for codes and countdowns. */
  readonly clock: ReadonlySignal<number>
  /** A short word on how it stands: saved already, for example. */
  readonly state?: string | undefined
  readonly testId?: string
  /** What can be done with it. */
  readonly children?: ComponentChildren
}

/** An account that was found or pasted and is not saved yet, with its code to compare. */
export function ReviewCard(props: ReviewCardProps) {
  const { account, warnings, clock, state, testId, children } = props
  const { parameters } = account
  const live = useMemo(() => createLiveCode(parameters, clock), [parameters, clock])
  return (
    <article class={styles.card} data-testid={testId}>
      <AccountHead account={account} code={live} layout="card" />
      {state && <p class={styles.state}>{state}</p>}
      {warningTexts(warnings).map((sentence) => (
        <p key={sentence} class={styles.warning} data-testid="warning">
          {sentence}
        </p>
      ))}
      {children}
    </article>
  )
}
