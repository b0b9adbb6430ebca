import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '@/components/ui/Button'
import { PasswordField } from '@/components/ui/PasswordField'
import form from '../form.module.css'

interface PasswordFormProps {
  /** What it is asked for, and what else is asked. */
  readonly children: ComponentChildren
  readonly label: string
  /** "off" for the password of a file, which browsers are not to offer for the vault. */
  readonly autocomplete: 'current-password' | 'off'
  readonly passwordTestId: string
  /** Why the last one did not do. */
  readonly error: string | undefined
  /** The error speaks of what is being changed now. */
  readonly onEdit: () => void
  /** Between the field and the buttons. */
  readonly below?: ComponentChildren
  /** Words of the button. */
  readonly confirm: string
  readonly confirmTestId: string
  readonly variant?: 'primary' | 'danger' | undefined
  readonly busy?: boolean
  readonly onPassword: (password: string) => void
  /** The other buttons. */
  readonly others?: ComponentChildren
}

/** Asks for a password, whosever it is. */
export function PasswordForm(props: PasswordFormProps) {
  const { confirm, variant = 'primary', busy = false, onPassword, onEdit } = props
  const [password, setPassword] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    onPassword(password)
  }
  return (
    <form class={form.form} onSubmit={submit}>
      {props.children}
      <PasswordField
        label={props.label}
        data-testid={props.passwordTestId}
        autocomplete={props.autocomplete}
        autofocus
        value={password}
        error={props.error}
        onValue={(value) => {
          setPassword(value)
          onEdit()
        }}
      />
      {props.below}
      <div class={form.actions}>
        <Button variant={variant} type="submit" busy={busy} data-testid={props.confirmTestId}>
          {confirm}
        </Button>
        {props.others}
      </div>
    </form>
  )
}
