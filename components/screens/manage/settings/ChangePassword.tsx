import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { PasswordField } from '@/components/ui/PasswordField'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { NewPasswordFields } from '../password/NewPasswordFields'
import { useNewPassword } from '../password/use-new-password'
import { ProtectionLine } from '../protection/ProtectionLine'
import { useServices } from '../services'
import styles from './ChangePassword.module.css'

/** Changes the master password: all at once or not at all. */
export function ChangePassword() {
  const { vault, model, now } = useServices()
  const [current, setCurrent] = useState('')
  const chosen = useNewPassword()
  const work = useWork()
  const change = async (event: Event) => {
    event.preventDefault()
    if (!(await chosen.check())) return
    const done = await work.run(() => vault.changePassword(current, chosen.password, now()))
    if (!done) return
    setCurrent('')
    chosen.reset()
    await model.open()
    showToast(t('manage_password_changed'))
  }
  return (
    <Card title={t('manage_change_title')} text={t('manage_change_text')}>
      <form class={styles.form} onSubmit={change}>
        <PasswordField
          label={t('manage_current_password')}
          data-testid="current-password"
          autocomplete="current-password"
          value={current}
          error={work.error}
          onValue={(value) => {
            setCurrent(value)
            work.clearError()
          }}
        />
        <NewPasswordFields chosen={chosen} />
        <div>
          <Button type="submit" busy={work.busy} data-testid="change-password">
            {t('manage_change')}
          </Button>
        </div>
      </form>
      <ProtectionLine />
    </Card>
  )
}
