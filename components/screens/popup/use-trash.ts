import { accountTitle } from '@/components/account/account-title'
import { t } from '@/components/i18n'
import { showToast } from '@/components/ui/toasts'
import { failureText } from '@/components/ui/use-work'
import type { Account } from '@/utils/vault/document'
import { useServices } from './services'

/** Deletes an account, with the way back in a toast. */
export function useTrash(): (account: Account) => Promise<void> {
  const { actions } = useServices()
  const tell = (failure: unknown): void => showToast(failureText(failure))
  return async (account) => {
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
}
