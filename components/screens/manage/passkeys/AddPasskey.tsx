import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { Field } from '@/components/ui/Field'
import { PasswordField } from '@/components/ui/PasswordField'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { wipe } from '@/utils/bytes/wipe'
import type { PasskeyQuestion } from '@/utils/vault/unlock-with-passkey'
import form from '../backup/backup-form.module.css'
import { useServices } from '../services'
import { demandPassword } from './passkey-services'

interface AddPasskeyProps {
  readonly questions: readonly PasskeyQuestion[]
  readonly onClose: () => void
}

/** A name, the master password, then the browser asks for the passkey. */
export function AddPasskey({ questions, onClose }: AddPasskeyProps) {
  const [name, setName] = useState(t('manage_passkey_name_default'))
  const [password, setPassword] = useState('')
  const add = useAdd(questions)
  const work = useWork()
  const submit = async (event: Event) => {
    event.preventDefault()
    if (await work.run(() => add(password, name))) onClose()
  }
  return (
    <Dialog title={t('manage_passkey_add_title')} onClose={onClose}>
      <form class={form.form} onSubmit={submit}>
        <p>{t('manage_passkey_add_text')}</p>
        <Field
          label={t('manage_passkey_name')}
          hint={t('manage_passkey_name_hint')}
          data-testid="passkey-name"
          maxLength={60}
          value={name}
          onValue={setName}
        />
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
            variant="primary"
            type="submit"
            busy={work.busy}
            data-testid="passkey-add-confirm"
          >
            {t('manage_passkey_add_confirm')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function useAdd(questions: readonly PasskeyQuestion[]) {
  const { vault, passkeys, model, now } = useServices()
  return async (masterPassword: string, name: string): Promise<void> => {
    await demandPassword(vault.verifyPassword, masterPassword)
    const made = await passkeys.enrol(questions)
    const known = name.trim() || t('manage_passkey_name_default')
    await passkeys.add(masterPassword, made, known, now()).finally(() => wipe(made.prf))
    await model.open()
    showToast(t('manage_passkey_added_toast'))
  }
}
