import { toEditValues } from '@/components/account/form-values'
import { t } from '@/components/i18n'
import { IconButton } from '@/components/ui/IconButton'
import type { Account } from '@/utils/vault/document'
import { useServices } from './services'
import { useTrash } from './use-trash'

/** Edit and delete, for every account wherever it is shown. */
export function AccountButtons({ account }: { readonly account: Account }) {
  const { state } = useServices()
  const trash = useTrash()
  const edit = (): void => {
    const { id } = account
    const opened = toEditValues(account)
    state.show({ name: 'edit', id, opened, values: opened })
  }
  return (
    <>
      <IconButton icon="edit" label={t('account_edit')} data-testid="edit-account" onClick={edit} />
      <IconButton
        icon="trash"
        label={t('account_delete')}
        data-testid="delete-account"
        onClick={() => void trash(account)}
      />
    </>
  )
}
