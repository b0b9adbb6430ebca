import { t } from '@/components/i18n'
import type { SiteFacts } from '@/components/model/site-facts'
import { EmptyState } from '@/components/ui/EmptyState'
import { Spinner } from '@/components/ui/Spinner'
import { useServices } from '../services'
import { ScreenFrame } from '../shell/ScreenFrame'
import { ProposedSites } from './ProposedSites'
import { SiteCard } from './SiteCard'
import styles from './SitesScreen.module.css'
import { siteRows } from './site-rows'
import { useGranted } from './use-granted'
import { useProposals } from './use-proposals'
import { useSiteFacts } from './use-site-facts'

/** Where codes may be filled: every allowed site, what is bound to it, and what could be. */
export function SitesScreen() {
  const facts = useSiteFacts()
  const proposals = useProposals(facts)
  return (
    <ScreenFrame title={t('manage_sites_title')} lead={t('manage_sites_lead')}>
      {proposals.length > 0 && <ProposedSites proposals={proposals} />}
      <SiteList facts={facts} hasProposals={proposals.length > 0} />
    </ScreenFrame>
  )
}

interface SiteListProps {
  readonly facts: SiteFacts | null
  readonly hasProposals: boolean
}

function SiteList({ facts, hasProposals }: SiteListProps) {
  const { model } = useServices()
  const granted = useGranted()
  if (granted === null) return <Spinner label={t('manage_loading')} />
  const rows = siteRows(granted, model.accounts.value)
  if (rows.length === 0) {
    return hasProposals ? null : (
      <EmptyState icon="site" title={t('manage_sites_none')}>
        {t('manage_sites_none_text')}
      </EmptyState>
    )
  }
  return (
    <ul class={styles.list} data-testid="site-list">
      {rows.map((row) => (
        <SiteCard key={row.origin} row={row} facts={facts} />
      ))}
    </ul>
  )
}
