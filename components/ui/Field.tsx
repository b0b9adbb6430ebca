import { classes } from './classes'
import { FieldFrame, type FieldTexts } from './FieldFrame'
import styles from './input.module.css'
import type { InputAttributes } from './input-attributes'

interface FieldProps extends InputAttributes, FieldTexts {
  readonly value: string
  readonly onValue: (value: string) => void
  /** For keys and addresses: a fixed-width face. */
  readonly mono?: boolean
}

/** A line of text with its label, hint and error. Further attributes go to the input. */
export function Field({ label, hint, error, value, onValue, mono, ...rest }: FieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(wiring) => (
        <input
          type="text"
          autocomplete="off"
          {...rest}
          {...wiring}
          class={classes(styles.input, mono && styles.mono)}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  )
}
