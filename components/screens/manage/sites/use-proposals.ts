import { useMemo } from 'preact/hooks'
import type { SiteFacts } from '@/components/model/site-facts'
import type { Account } from '@/utils/vault/document'
import { useServices } from '../services'

/** An account without a site, and the well-known one that its issuer names. */
export interface Proposal {
  readonly account: Account
  readonly origins: readonly string[]
}

const none: readonly Proposal[] = []

/** A site for every account that has none and whose issuer is known; none without `facts`. */
export function useProposals(facts: SiteFacts | null): readonly Proposal[] {
  const { model } = useServices()
  const accounts = model.accounts.value
  return useMemo(() => (facts === null ? none : proposalsFor(accounts, facts)), [accounts, facts])
}

/** A site for every account that has none and whose issuer is known. */
export function proposalsFor(
  accounts: readonly Account[],
  { siteOf }: Pick<SiteFacts, 'siteOf'>,
): readonly Proposal[] {
  return accounts.flatMap((account) => {
    if (account.sites.length > 0) return []
    const origins = siteOf(account.issuer)?.origins ?? []
    return origins.length === 0 ? [] : [{ account, origins }]
  })
}
