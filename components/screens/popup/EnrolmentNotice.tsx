import { EnrolmentCard } from '@/components/account/EnrolmentCard'
import { t } from '@/components/i18n'
import type { Account } from '@/utils/vault/document'
import { useServices } from './services'

/** What is left to do about an account that was set up, on a page of its own. */
export function EnrolmentNotice({ account }: { readonly account: Account }) {
  const { model, actions } = useServices()
  const isFilled = account.enrolment?.filledAtMs !== undefined
  return (
    <EnrolmentCard
      account={account}
      accounts={model.accounts.value}
      actions={actions}
      todo={t(isFilled ? 'enrol_send_here' : 'enrol_fill_here')}
    />
  )
}
