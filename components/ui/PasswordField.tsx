import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { classes } from './classes'
import { FieldFrame, type FieldTexts } from './FieldFrame'
import { IconButton } from './IconButton'
import input from './input.module.css'
import type { InputAttributes } from './input-attributes'
import styles from './PasswordField.module.css'

interface PasswordFieldProps extends InputAttributes, FieldTexts {
  readonly value: string
  readonly onValue: (value: string) => void
}

/** A password with a button that shows it. Say `autocomplete`: current-password or new-password. */
export function PasswordField({ label, hint, error, value, onValue, ...rest }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  // Preact's types allow one literal type per input; this one changes its own.
  const type = (shown ? 'text' : 'password') as 'password'
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(wiring) => (
        <div class={styles.line}>
          <input
            spellcheck={false}
            autocapitalize="off"
            {...rest}
            {...wiring}
            type={type}
            class={classes(input.input, styles.input, shown && input.mono)}
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          <div class={styles.toggle}>
            <IconButton
              icon={shown ? 'eye-off' : 'eye'}
              label={t(shown ? 'password_hide' : 'password_show')}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            />
          </div>
        </div>
      )}
    </FieldFrame>
  )
}
