import { type ReadonlySignal, useComputed } from '@preact/signals'
import { t } from '@/components/i18n'
import { Icon } from '@/components/ui/Icon'
import { formatCode } from '@/utils/otp/code-format'
import { fewSecondsLeft } from './CodeRing'
import { CodeText } from './CodeText'
import styles from './RowCode.module.css'
import type { AccountCode } from './use-account-code'

/** A code to show; null while a counter code has not been asked for. */
export type ShownCode = Omit<AccountCode, 'take'>

interface RowCodeProps {
  readonly code: ShownCode
  /** Copied just now. */
  readonly copied: boolean
}

/** The code of a row; in its last seconds with the one that follows. */
export function RowCode({ code, copied }: RowCodeProps) {
  const shown = useComputed(() => code.code.value ?? '')
  const ending = useComputed(() => code.period !== null && code.secondsLeft.value <= fewSecondsLeft)
  if (code.code.value === null) return <span class={styles.get}>{t('account_counter_get')}</span>
  return (
    <span class={styles.code}>
      <CodeText code={shown} />
      {copied ? <Copied /> : ending.value && <NextCode next={code.next} />}
    </span>
  )
}

function Copied() {
  return (
    <span class={styles.copied} aria-hidden="true">
      <Icon name="check" />
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
