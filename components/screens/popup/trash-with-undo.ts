import { accountTitle } from '@/components/account/account-title'
import { t } from '@/components/i18n'
import type { AccountActions } from '@/components/model/account-actions'
import { showToast } from '@/components/ui/toasts'
import { failureText } from '@/components/ui/use-work'
import type { Account } from '@/utils/vault/document'

/** Deletes an account, with the way back in a toast; what failed is told there too. */
export async function trashWithUndo(account: Account, actions: AccountActions): Promise<void> {
  const tell = (failure: unknown): void => showToast(failureText(failure))
  try {
    await actions.trash(account.id)
    showToast(t('popup_deleted', accountTitle(account)), {
      label: t('undo'),
      testId: 'undo',
      run: () => void actions.restore(account.id).catch(tell),
    })
  } catch (failure) {
    tell(failure)
  }
}
