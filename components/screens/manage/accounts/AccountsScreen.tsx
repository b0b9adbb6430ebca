import { t } from '@/components/i18n'
import { LinkButton } from '@/components/ui/LinkButton'
import { hrefOf } from '../route'
import { useServices } from '../services'
import { ScreenFrame } from '../shell/ScreenFrame'
import { FirstSteps } from '../welcome/FirstSteps'
import { Accounts } from './Accounts'
import { Trash } from './Trash'

/** Every account with its code; an empty vault shows the first steps instead. */
export function AccountsScreen() {
  const { model } = useServices()
  if (model.accounts.value.length === 0) return <EmptyVault />
  const add = (
    <LinkButton href={hrefOf('add')} icon="add">
      {t('manage_accounts_add')}
    </LinkButton>
  )
  return (
    <ScreenFrame title={t('manage_accounts_title')} actions={add}>
      <Accounts accounts={model.accounts.value} />
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
