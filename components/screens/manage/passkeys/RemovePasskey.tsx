import { inSentence } from '@/components/account/in-sentence'
import { t } from '@/components/i18n'
import { Dialog } from '@/components/ui/Dialog'
import { showToast } from '@/components/ui/toasts'
import { wipe } from '@/utils/bytes/wipe'
import type { PasskeyQuestion } from '@/utils/vault/unlock-with-passkey'
import { MasterPasswordForm } from '../password/MasterPasswordForm'
import { useServices } from '../services'
import { askEach } from './passkey-services'

interface RemovePasskeyProps {
  readonly credential: string
  readonly name: string
  /** Of every passkey, this one too. */
  readonly questions: readonly PasskeyQuestion[]
  readonly onClose: () => void
}

/** The vault gets a new key, which the password and the passkeys that stay are wrapped around. */
export function RemovePasskey({ credential, name, questions, onClose }: RemovePasskeyProps) {
  const others = questions.filter((question) => question.credential !== credential)
  const remove = useRemove(credential, others)
  return (
    <Dialog title={t('manage_passkey_remove_title', inSentence(name))} onClose={onClose}>
      <MasterPasswordForm
        confirm={t('manage_passkey_remove')}
        variant="danger"
        passwordTestId="passkey-password"
        confirmTestId="passkey-remove-confirm"
        onRight={async (masterPassword) => {
          await remove(masterPassword)
          onClose()
        }}
        onCancel={onClose}
      >
        <p>{t('manage_passkey_remove_text')}</p>
        {others.length > 0 && <p>{t('manage_passkey_others', others.length)}</p>}
      </MasterPasswordForm>
    </Dialog>
  )
}

function useRemove(credential: string, others: readonly PasskeyQuestion[]) {
  const { passkeys, model, now } = useServices()
  return async (masterPassword: string): Promise<void> => {
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
