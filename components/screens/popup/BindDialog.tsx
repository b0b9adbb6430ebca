import { AccountName } from '@/components/account/AccountName'
import { t } from '@/components/i18n'
import { Dialog } from '@/components/ui/Dialog'
import type { Account } from '@/utils/vault/document'
import { BindForm } from './BindForm'

interface BindDialogProps {
  readonly account: Account
  readonly origin: string
  readonly onClose: () => void
}

/** Asks before an account is bound to the page in front, naming the host. */
export function BindDialog({ account, origin, onClose }: BindDialogProps) {
  return (
    <Dialog title={t('account_use_here')} onClose={onClose}>
      <AccountName issuer={account.issuer} label={account.label} layout="whole" />
      <BindForm account={account} origin={origin} onDone={onClose} />
    </Dialog>
  )
}
