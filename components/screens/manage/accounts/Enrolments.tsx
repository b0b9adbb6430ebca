import { accountTitle } from '@/components/account/account-title'
import { EnrolmentCard } from '@/components/account/EnrolmentCard'
import { t } from '@/components/i18n'
import { hostOf, parseOrigin } from '@/utils/sites/origin'
import type { Account, Enrolment } from '@/utils/vault/document'
import { useServices } from '../services'

/** The accounts whose set-up is not at its end, and what is left to do about each. */
export function Enrolments({ accounts }: { readonly accounts: readonly Account[] }) {
  const { actions } = useServices()
  return accounts.map((account) =>
    account.enrolment === undefined ? null : (
      <EnrolmentCard
        key={account.id}
        account={account}
        accounts={accounts}
        actions={actions}
        title={t('enrol_unconfirmed', accountTitle(account))}
        todo={todoOf(account.enrolment)}
      />
    ),
  )
}

function todoOf({ origin }: Enrolment): string {
  // A document may hold any text there.
  return parseOrigin(origin) === null ? t('enrol_fill_here') : t('enrol_go_back', hostOf(origin))
}
