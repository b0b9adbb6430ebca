import type { ReadonlySignal } from '@preact/signals'
import { codeGroups } from '@/utils/otp/code-format'
import styles from './CodeText.module.css'

interface CodeTextProps {
  readonly code: ReadonlySignal<string>
}

/**
 * A code in groups. The gaps are drawn, not written: what is selected, copied or read by a script
 * is the code alone.
 */
export function CodeText({ code }: CodeTextProps) {
  return (
    <span class={styles.code} data-testid="code" translate={false}>
      {codeGroups(code.value).map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </span>
  )
}

/** A code to be read aloud digit by digit. */
export function spokenCode(code: string): string {
  return [...code].join(' ')
}
