import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { PasswordField } from '@/components/ui/PasswordField'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { wipe } from '@/utils/bytes/wipe'
import type { PasskeyQuestion } from '@/utils/vault/unlock-with-passkey'
import { askEach } from '../passkeys/passkey-services'
import { usePasskeys } from '../passkeys/use-passkeys'
import { NewPasswordFields } from '../password/NewPasswordFields'
import { useMasterPassword } from '../password/use-master-password'
import { useNewPassword } from '../password/use-new-password'
import { ProtectionLine } from '../protection/ProtectionLine'
import { useServices } from '../services'
import styles from './ChangePassword.module.css'

/** Changes the master password: all at once or not at all. */
export function ChangePassword() {
  const { questions = [] } = usePasskeys() ?? {}
  const changeTo = useChange(questions)
  const [current, setCurrent] = useState('')
  const chosen = useNewPassword()
  const work = useWork()
  const change = async (event: Event) => {
    event.preventDefault()
    if (!(await chosen.check())) return
    const done = await work.run(() => changeTo(current, chosen.password))
    if (!done) return
    setCurrent('')
    chosen.reset()
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
        {questions.length > 0 && <Notice>{t('manage_change_passkeys')}</Notice>}
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

/** The vault gets a new key: the passkeys that are to stay are asked for. */
function useChange(questions: readonly PasskeyQuestion[]) {
  const { passkeys, model, now } = useServices()
  const checkMaster = useMasterPassword()
  return async (masterPassword: string, newPassword: string): Promise<void> => {
    // Passkeys must not be asked for in vain.
    if (questions.length > 0) await checkMaster(masterPassword)
    const answers = await askEach(passkeys, questions)
    const isClosed = await passkeys
      .changePassword(masterPassword, newPassword, answers, now())
      .finally(() => wipe(...answers.map(({ prf }) => prf)))
    await model.open()
    if (!isClosed) return showToast(t('manage_password_old_copy'))
    const lost = questions.length - answers.length
    showToast(lost > 0 ? t('manage_passkeys_lost', lost) : t('manage_password_changed'))
  }
}
