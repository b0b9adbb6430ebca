import { AccountRow } from '@/components/account/AccountRow'
import { accountTitle } from '@/components/account/account-title'
import { t } from '@/components/i18n'
import { IconButton } from '@/components/ui/IconButton'
import { showToast } from '@/components/ui/toasts'
import { failureText } from '@/components/ui/use-work'
import type { Account } from '@/utils/vault/document'
import { codesLeft } from '@/utils/vault/recovery-code'
import { useServices } from '../services'

/** An account, and what can be asked for it. */
export interface AccountLineProps {
  readonly account: Account
  readonly onEdit: (account: Account) => void
  readonly onReveal: (account: Account) => void
  readonly onRecovery: (account: Account) => void
}

/** A row with its buttons: its secret, edit, and delete, which can be undone. */
export function AccountLine({ account, onEdit, onReveal, onRecovery }: AccountLineProps) {
  const { clock, copy, actions } = useServices()
  const { id, favorite } = account
  const tell = (failure: unknown) => showToast(failureText(failure))
  const trash = async (row: Element | null) => {
    const beside = rowBeside(row)
    const hadFocus = row?.contains(document.activeElement)
    await actions.trash(id)
    // A row that goes takes the focus with it.
    if (hadFocus) focusNext(() => beside?.querySelector('button') ?? null)
    showToast(t('manage_deleted', accountTitle(account)), {
      label: t('undo'),
      testId: 'undo',
      run: () => void actions.restore(id).then(() => focusNext(() => buttonOf(id)), tell),
    })
  }
  const star = async (button: HTMLElement, byKey: boolean) => {
    const beside = rowBeside(button.closest('li'))
    await actions.star(id)
    if (!favorite) showToast(t('account_starred', accountTitle(account)))
    // The row goes to its new place, which may be out of view, and loses the focus on the way. A
    // mouse stays where it is.
    const next = beside?.querySelector<HTMLElement>('[aria-pressed]') ?? null
    if (byKey) focusNext(() => (button.isConnected ? button : next))
  }
  const buttons = (
    <>
      <IconButton
        icon="star"
        label={t('account_star')}
        aria-pressed={favorite}
        data-testid="star-account"
        onClick={({ currentTarget, detail }) => void star(currentTarget, detail === 0).catch(tell)}
      />
      <IconButton
        icon="key"
        label={t('account_reveal')}
        data-testid="reveal-account"
        onClick={() => onReveal(account)}
      />
      <IconButton
        icon="shield"
        label={recoveryLabel(account)}
        data-testid="recovery-account"
        onClick={() => onRecovery(account)}
      />
      <IconButton
        icon="edit"
        label={t('account_edit')}
        data-testid="edit-account"
        onClick={() => onEdit(account)}
      />
      <IconButton
        icon="trash"
        label={t('account_delete')}
        data-testid="delete-account"
        onClick={({ currentTarget }) => void trash(currentTarget.closest('li')).catch(tell)}
      />
    </>
  )
  return (
    <AccountRow
      account={account}
      services={{ clock, copy, takeCounter: actions.takeCounter }}
      actions={buttons}
    />
  )
}

function rowBeside(row: Element | null): Element | null {
  return row?.nextElementSibling ?? row?.previousElementSibling ?? null
}

/** Once the list is drawn anew, `target` has the focus unless somebody else does. */
function focusNext(target: () => HTMLElement | null): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) target()?.focus()
  })
}

function buttonOf(id: string): HTMLElement | null {
  return document.querySelector(`[data-account-id="${CSS.escape(id)}"] button`)
}

function recoveryLabel({ recoveryCodes }: Account): string {
  if (recoveryCodes === undefined) return t('recovery_title')
  return t('recovery_title_left', codesLeft(recoveryCodes), recoveryCodes.length)
}
