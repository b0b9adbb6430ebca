import { classes } from './classes'
import { FieldFrame, type FieldTexts } from './FieldFrame'
import { Icon } from './Icon'
import input from './input.module.css'
import type { InputAttributes } from './input-attributes'
import styles from './Select.module.css'

/** One line of a `Select`. */
export interface Option<T extends string> {
  readonly value: T
  readonly text: string
}

interface SelectProps<T extends string> extends InputAttributes, FieldTexts {
  readonly value: T
  readonly options: readonly Option<T>[]
  readonly onValue: (value: T) => void
}

/** One out of a few, with the browser's own list. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, quietLabel, hint, error, value, options, onValue, ...rest } = props
  return (
    <FieldFrame {...{ label, quietLabel, hint, error }}>
      {(wiring) => (
        <div class={styles.line}>
          <select
            {...rest}
            {...wiring}
            class={classes(input.input, styles.select)}
            value={value}
            onChange={(event) => {
              const chosen = options[event.currentTarget.selectedIndex]
              if (chosen) onValue(chosen.value)
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} selected={option.value === value}>
                {option.text}
              </option>
            ))}
          </select>
          <Icon name="chevron" />
        </div>
      )}
    </FieldFrame>
  )
}
