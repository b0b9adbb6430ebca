import { classes } from './classes'
import { FieldFrame, type FieldTexts } from './FieldFrame'
import styles from './input.module.css'
import type { InputAttributes } from './input-attributes'
import area from './TextArea.module.css'

interface TextAreaProps extends InputAttributes, FieldTexts {
  readonly value: string
  readonly onValue: (value: string) => void
  /** Before text that was typed, pasted or dropped is in the field; may prevent it. */
  readonly onBeforeInput?: (event: InputEvent) => void
  /** For links and keys: a fixed-width face. */
  readonly mono?: boolean
  /** Lines of text that show at once; 4 unless told. */
  readonly rows?: number
}

/** Several lines of text with their label, hint and error. */
export function TextArea({ label, hint, error, value, onValue, mono, ...rest }: TextAreaProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(wiring) => (
        <textarea
          rows={4}
          {...rest}
          {...wiring}
          class={classes(styles.input, area.area, mono && styles.mono)}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  )
}
