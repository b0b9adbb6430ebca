import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Dialog } from '@/components/ui/Dialog'
import { Field } from '@/components/ui/Field'
import { showToast } from '@/components/ui/toasts'
import { wipe } from '@/utils/bytes/wipe'
import type { PasskeyQuestion } from '@/utils/vault/unlock-with-passkey'
import { MasterPasswordForm } from '../password/MasterPasswordForm'
import { useServices } from '../services'

interface AddPasskeyProps {
  readonly questions: readonly PasskeyQuestion[]
  readonly onClose: () => void
}

/** A name, the master password, then the browser asks for the passkey. */
export function AddPasskey({ questions, onClose }: AddPasskeyProps) {
  const [name, setName] = useState(t('manage_passkey_name_default'))
  const add = useAdd(questions)
  return (
    <Dialog title={t('manage_passkey_add_title')} onClose={onClose}>
      <MasterPasswordForm
        confirm={t('manage_passkey_add_confirm')}
        passwordTestId="passkey-password"
        confirmTestId="passkey-add-confirm"
        onRight={async (masterPassword) => {
          await add(masterPassword, name)
          onClose()
        }}
        onCancel={onClose}
      >
        <p>{t('manage_passkey_add_text')}</p>
        <Field
          label={t('manage_passkey_name')}
          hint={t('manage_passkey_name_hint')}
          data-testid="passkey-name"
          maxLength={60}
          value={name}
          onValue={setName}
        />
      </MasterPasswordForm>
    </Dialog>
  )
}

function useAdd(questions: readonly PasskeyQuestion[]) {
  const { passkeys, model, now } = useServices()
  return async (masterPassword: string, name: string): Promise<void> => {
    const made = await passkeys.enrol(questions)
    const known = name.trim() || t('manage_passkey_name_default')
    await passkeys.add(masterPassword, made, known, now()).finally(() => wipe(made.prf))
    await model.open()
    showToast(t('manage_passkey_added_toast'))
  }
}
