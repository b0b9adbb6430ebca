import { useEffect, useState } from 'preact/hooks'
import { draftOf, formEdit } from '@/components/account/form-draft'
import { type FormEdit, toEditValues } from '@/components/account/form-values'
import { t } from '@/components/i18n'
import { LinkButton } from '@/components/ui/LinkButton'
import type { Account } from '@/utils/vault/document'
import { RecoveryDialog } from '../recovery/RecoveryDialog'
import { RevealDialog } from '../reveal/RevealDialog'
import { hrefOf } from '../route'
import { useServices } from '../services'
import { ScreenFrame } from '../shell/ScreenFrame'
import { useDraft } from '../use-draft'
import { FirstSteps } from '../welcome/FirstSteps'
import { Accounts, type AccountsProps } from './Accounts'
import { EditDialog } from './EditDialog'
import { Enrolments } from './Enrolments'
import { SitesHint } from './SitesHint'
import { Trash } from './Trash'

const parseDraft = draftOf(formEdit)

/** Every account with its code; an empty vault shows the first steps instead. */
export function AccountsScreen() {
  const { model } = useServices()
  const accounts = model.accounts.value
  // As it was when the dialog opened: another window may delete it meanwhile.
  const edit = useDraft<FormEdit | null>('manage-edit', parseDraft, null)
  const edited = edit.value
  const [revealedId, setRevealedId] = useState<string | null>(null)
  const revealed = accounts.find(({ id }) => id === revealedId)
  const isGone = revealedId !== null && revealed === undefined
  const [recoveryId, setRecoveryId] = useState<string | null>(null)
  const recovering = accounts.find(({ id }) => id === recoveryId)
  useEffect(() => {
    // Taken out of the trash later, it must not come up by itself.
    if (isGone) setRevealedId(null)
  }, [isGone])
  return (
    <>
      {accounts.length === 0 ? (
        <EmptyVault />
      ) : (
        <AccountsFrame
          accounts={accounts}
          onEdit={(account) => edit.show(openedOn(account))}
          onReveal={({ id }) => setRevealedId(id)}
          onRecovery={({ id }) => setRecoveryId(id)}
        />
      )}
      {edited && (
        <EditDialog
          edit={edited}
          isGone={!accounts.some(({ id }) => id === edited.id)}
          onEdit={edit.type}
          onClose={edit.drop}
        />
      )}
      {revealed && <RevealDialog account={revealed} onClose={() => setRevealedId(null)} />}
      {recovering && <RecoveryDialog account={recovering} onClose={() => setRecoveryId(null)} />}
    </>
  )
}

function openedOn(account: Account): FormEdit {
  const opened = toEditValues(account)
  return { id: account.id, opened, values: opened }
}

function AccountsFrame(props: AccountsProps) {
  const add = (
    <LinkButton href={hrefOf('add')} icon="add">
      {t('manage_accounts_add')}
    </LinkButton>
  )
  return (
    <ScreenFrame title={t('manage_accounts_title')} actions={add}>
      <Enrolments accounts={props.accounts} />
      <SitesHint accounts={props.accounts} />
      <Accounts {...props} />
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
