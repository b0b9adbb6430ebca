import { type ReadonlySignal, useComputed } from '@preact/signals'
import { t } from '@/components/i18n'
import { formatCode } from '@/utils/otp/code-format'
import { fewSecondsLeft } from './CodeRing'
import { CodeText } from './CodeText'
import styles from './RowCode.module.css'
import type { AccountCode } from './use-account-code'

interface RowCodeProps {
  readonly code: AccountCode
  /** Copied just now. */
  readonly copied: boolean
  readonly large?: boolean
}

/** The code of a row; in its last seconds with the one that follows. */
export function RowCode({ code, copied, large = false }: RowCodeProps) {
  const shown = useComputed(() => code.code.value ?? '')
  const ending = useComputed(() => code.period !== null && code.secondsLeft.value <= fewSecondsLeft)
  if (code.code.value === null) return <span class={styles.get}>{t('account_counter_get')}</span>
  return (
    <span class={ending.value ? styles.ending : styles.code}>
      <CodeText code={shown} large={large} />
      {copied ? <Copied /> : ending.value && <NextCode next={code.next} />}
    </span>
  )
}

function Copied() {
  return (
    <span class={styles.copied} aria-hidden="true">
      {t('account_copied')}
    </span>
  )
}

function NextCode({ next }: { readonly next: ReadonlySignal<string> }) {
  return (
    <span class={styles.next} aria-hidden="true">
      {t('account_next')} <b data-testid="next-code">{formatCode(next.value)}</b>
    </span>
  )
}
