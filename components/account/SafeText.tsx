import styles from './SafeText.module.css'
import { visibleText } from './visible-text'

interface SafeTextProps {
  /** A name from outside: a QR code, a file, a page. */
  readonly text: string
  readonly testId?: string
  readonly class?: string | undefined
}

/** A name from outside: isolated from the text around it, its invisible characters shown. */
export function SafeText({ text, testId, class: look }: SafeTextProps) {
  return (
    <bdi class={look} data-testid={testId}>
      {visibleText(text).map((part) =>
        part.kind === 'text' ? part.text : <span class={styles.unseen}>{part.codePoint}</span>,
      )}
    </bdi>
  )
}
