import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { LinkButton } from '@/components/ui/LinkButton'
import type { Account } from '@/utils/vault/document'
import { hrefOf } from '../route'
import { useServices } from '../services'
import { ScreenFrame } from '../shell/ScreenFrame'
import { FirstSteps } from '../welcome/FirstSteps'
import { Accounts } from './Accounts'
import { EditDialog } from './EditDialog'
import { Trash } from './Trash'

/** Every account with its code; an empty vault shows the first steps instead. */
export function AccountsScreen() {
  const { model } = useServices()
  const accounts = model.accounts.value
  // As it was when the dialog opened: another window may delete it meanwhile.
  const [edited, setEdited] = useState<Account | null>(null)
  return (
    <>
      {accounts.length === 0 ? (
        <EmptyVault />
      ) : (
        <AccountsFrame accounts={accounts} onEdit={setEdited} />
      )}
      {edited && (
        <EditDialog
          account={edited}
          isGone={!accounts.some(({ id }) => id === edited.id)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}

interface AccountsFrameProps {
  readonly accounts: readonly Account[]
  readonly onEdit: (account: Account) => void
}

function AccountsFrame({ accounts, onEdit }: AccountsFrameProps) {
  const add = (
    <LinkButton href={hrefOf('add')} icon="add">
      {t('manage_accounts_add')}
    </LinkButton>
  )
  return (
    <ScreenFrame title={t('manage_accounts_title')} actions={add}>
      <Accounts accounts={accounts} onEdit={onEdit} />
      <Trash />
    </ScreenFrame>
  )
}

function EmptyVault() {
  return (
    <div data-testid="account-list">
      <ScreenFrame title={t('manage_start_title')} lead={t('manage_start_lead')}>
        <Trash />
        <FirstSteps />
      </ScreenFrame>
    </div>
  )
}
