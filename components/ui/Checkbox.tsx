import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import styles from './Checkbox.module.css'
import type { InputAttributes } from './input-attributes'

interface CheckboxProps extends InputAttributes {
  readonly label: ComponentChildren
  /** A second, quieter line. */
  readonly hint?: ComponentChildren
  readonly checked: boolean
  readonly onValue: (checked: boolean) => void
}

/** Yes or no. The whole line can be clicked. */
export function Checkbox({ label, hint, checked, onValue, ...rest }: CheckboxProps) {
  const hintId = useId()
  return (
    <label class={styles.line}>
      <input
        {...rest}
        type="checkbox"
        class={styles.box}
        checked={checked}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onValue(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint && (
          <span class={styles.hint} id={hintId}>
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
