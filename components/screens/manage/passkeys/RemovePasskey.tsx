import { useState } from 'preact/hooks'
import { inSentence } from '@/components/account/in-sentence'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { PasswordField } from '@/components/ui/PasswordField'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { wipe } from '@/utils/bytes/wipe'
import type { PasskeyQuestion } from '@/utils/vault/unlock-with-passkey'
import form from '../backup/backup-form.module.css'
import { useServices } from '../services'
import { askEach, demandPassword } from './passkey-services'

interface RemovePasskeyProps {
  readonly credential: string
  readonly name: string
  /** Of every passkey, this one too. */
  readonly questions: readonly PasskeyQuestion[]
  readonly onClose: () => void
}

/** The vault gets a new key, which the password and the passkeys that stay are wrapped around. */
export function RemovePasskey({ credential, name, questions, onClose }: RemovePasskeyProps) {
  const [password, setPassword] = useState('')
  const others = questions.filter((question) => question.credential !== credential)
  const remove = useRemove(credential, others)
  const work = useWork()
  const submit = async (event: Event) => {
    event.preventDefault()
    if (await work.run(() => remove(password))) onClose()
  }
  return (
    <Dialog title={t('manage_passkey_remove_title', inSentence(name))} onClose={onClose}>
      <form class={form.form} onSubmit={submit}>
        <p>{t('manage_passkey_remove_text')}</p>
        {others.length > 0 && <p>{t('manage_passkey_others', others.length)}</p>}
        <PasswordField
          label={t('manage_master_password')}
          data-testid="passkey-password"
          autocomplete="current-password"
          autofocus
          value={password}
          error={work.error}
          onValue={(value) => {
            setPassword(value)
            work.clearError()
          }}
        />
        <div class={form.actions}>
          <Button
            variant="danger"
            type="submit"
            busy={work.busy}
            data-testid="passkey-remove-confirm"
          >
            {t('manage_passkey_remove')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function useRemove(credential: string, others: readonly PasskeyQuestion[]) {
  const { vault, passkeys, model, now } = useServices()
  return async (masterPassword: string): Promise<void> => {
    await demandPassword(vault.verifyPassword, masterPassword)
    const answers = await askEach(passkeys, others)
    const isClosed = await passkeys
      .remove(masterPassword, credential, answers, now())
      .finally(() => wipe(...answers.map(({ prf }) => prf)))
    await model.open()
    if (!isClosed) return showToast(t('manage_passkey_old_copy'))
    const lost = others.length - answers.length
    showToast(lost > 0 ? t('manage_passkeys_lost', lost) : t('manage_passkey_removed'))
  }
}
