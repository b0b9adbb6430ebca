import { ReviewCard } from '@/components/account/ReviewCard'
import type { Account } from '@/utils/vault/document'
import { BindForm } from './BindForm'
import { useServices } from './services'

interface BindCardProps {
  readonly account: Account
  readonly state: string
}

const noWarnings: readonly never[] = []

/** A saved account whose set-up code is on this page, which is not one of its sites. */
export function BindCard({ account, state }: BindCardProps) {
  const { clock, site } = useServices()
  const origin = site.page.value?.origin ?? null
  const nearby = site.nearby.value
  // A page that can be taken for the account's own gets no way to become it.
  const mayBind = nearby !== null && !nearby.alike.has(account.id)
  return (
    <ReviewCard
      account={account}
      warnings={noWarnings}
      clock={clock}
      state={state}
      testId="found-account"
    >
      {origin !== null && mayBind && <BindForm account={account} origin={origin} />}
    </ReviewCard>
  )
}
