import { computed, type ReadonlySignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
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
  /** A few words on how the account stands. */
  readonly note?: string | undefined
}

/** The code of a row; in its last seconds with the one that follows. */
export function RowCode({ code, copied, note }: RowCodeProps) {
  // Of this code, which is another one when the secret is replaced.
  const shown = useMemo(() => computed(() => code.code.value ?? ''), [code])
  const ending = useMemo(
    () => computed(() => code.period !== null && code.secondsLeft.value <= fewSecondsLeft),
    [code],
  )
  const isAsked = code.code.value !== null
  const isEnding = isAsked && ending.value
  return (
    <span class={styles.code}>
      {isAsked ? (
        <CodeText code={shown} />
      ) : (
        <span class={styles.get}>{t('account_counter_get')}</span>
      )}
      {copied && isAsked && <Copied />}
      {!copied && isEnding && <NextCode next={code.next} />}
      {note && !copied && !isEnding && <span class={styles.note}>{note}</span>}
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
