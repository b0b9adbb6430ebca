import { t } from '@/components/i18n'
import { IconButton } from '@/components/ui/IconButton'
import type { Account } from '@/utils/vault/document'
import { useServices } from './services'

/** Edit and delete, for every account wherever it is shown. */
export function AccountButtons({ account }: { readonly account: Account }) {
  const services = useServices()
  // Both are fetched when they are clicked: see lazy.tsx.
  const edit = async (): Promise<void> => {
    const { toEditValues } = await import('@/components/account/form-values')
    const { id } = account
    const opened = toEditValues(account)
    services.state.show({ name: 'edit', id, opened, values: opened })
  }
  const trash = async (): Promise<void> => {
    const { trashWithUndo } = await import('./trash-with-undo')
    await trashWithUndo(account, services.actions)
  }
  return (
    <>
      <IconButton
        icon="edit"
        label={t('account_edit')}
        data-testid="edit-account"
        onClick={() => void edit()}
      />
      <IconButton
        icon="trash"
        label={t('account_delete')}
        data-testid="delete-account"
        onClick={() => void trash()}
      />
    </>
  )
}
