import type { ComponentChildren } from 'preact'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { useWork } from '@/components/ui/use-work'
import { PasswordForm } from './PasswordForm'
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
  const { onRight, onCancel } = props
  const check = useMasterPassword()
  const work = useWork()
  const confirm = (password: string) =>
    work.run(async () => {
      await check(password)
      await onRight(password)
    })
  return (
    <PasswordForm
      label={t('manage_master_password')}
      autocomplete="current-password"
      passwordTestId={props.passwordTestId}
      error={work.error}
      onEdit={work.clearError}
      below={props.below}
      confirm={props.confirm}
      confirmTestId={props.confirmTestId}
      variant={props.variant}
      busy={work.busy}
      onPassword={(password) => void confirm(password)}
      others={onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
    >
      {props.children}
    </PasswordForm>
  )
}
