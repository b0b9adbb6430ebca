import type { ComponentChildren } from 'preact'
import styles from './DifferenceFrame.module.css'

interface DifferenceFrameProps {
  readonly title: string
  readonly testId: string
  readonly children: ComponentChildren
}

/** What an account has beside what is to come to it, and the choice of what becomes of it. */
export function DifferenceFrame({ title, testId, children }: DifferenceFrameProps) {
  return (
    <fieldset class={styles.difference} data-testid={testId}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
