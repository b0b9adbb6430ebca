import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import styles from './FieldFrame.module.css'
import { Icon } from './Icon'

/** What every field says about itself. */
export interface FieldTexts {
  readonly label: string
  /** The label is read aloud only: what stands beside the field says it already. */
  readonly quietLabel?: boolean | undefined
  /** Below the field, always there. */
  readonly hint?: ComponentChildren
  /** What is wrong and what to do; the field then counts as invalid. */
  readonly error?: string | undefined
}

/** Attributes that tie an input to its label, hint and error. */
export interface FieldWiring {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

interface FieldFrameProps extends FieldTexts {
  readonly children: (wiring: FieldWiring) => ComponentChildren
}

/** Label, input, hint and error in their places, wired for assistive technology. */
export function FieldFrame({ label, quietLabel, hint, error, children }: FieldFrameProps) {
  const id = useId()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class={styles.field}>
      <label class={quietLabel ? 'visually-hidden' : styles.label} for={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': !!error })}
      {hint && (
        <div class={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class={styles.error} id={`${id}-error`} role="alert" data-testid="error">
          <Icon name="error" />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}
