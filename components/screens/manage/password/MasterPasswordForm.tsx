import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { PasswordField } from '@/components/ui/PasswordField'
import { useWork } from '@/components/ui/use-work'
import form from '../form.module.css'
import { useMasterPassword } from './use-master-password'

interface MasterPasswordFormProps {
  /** What it is asked for, and what else is asked. */
  readonly children: ComponentChildren
  /** Between the field and the buttons. */
  readonly below?: ComponentChildren
  /** Words of the button. */
  readonly confirm: string
  readonly variant?: 'primary' | 'danger'
  readonly passwordTestId: string
  readonly confirmTestId: string
  /** With the right password only. What it throws is told under the field. */
  readonly onRight: (masterPassword: string) => Promise<void> | void
  readonly onCancel?: () => void
}

/** Asks for the master password again before something is done. */
export function MasterPasswordForm(props: MasterPasswordFormProps) {
  const { children, confirm, variant = 'primary', onRight, onCancel } = props
  const [password, setPassword] = useState('')
  const check = useMasterPassword()
  const work = useWork()
  const submit = (event: Event) => {
    event.preventDefault()
    void work.run(async () => {
      await check(password)
      await onRight(password)
    })
  }
  return (
    <form class={form.form} onSubmit={submit}>
      {children}
      <PasswordField
        label={t('manage_master_password')}
        data-testid={props.passwordTestId}
        autocomplete="current-password"
        autofocus
        value={password}
        error={work.error}
        onValue={(value) => {
          setPassword(value)
          work.clearError()
        }}
      />
      {props.below}
      <div class={form.actions}>
        <Button variant={variant} type="submit" busy={work.busy} data-testid={props.confirmTestId}>
          {confirm}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
      </div>
    </form>
  )
}
