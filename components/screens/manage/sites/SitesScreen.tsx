import { t } from '@/components/i18n'
import { EmptyState } from '@/components/ui/EmptyState'
import { Spinner } from '@/components/ui/Spinner'
import { useServices } from '../services'
import { ScreenFrame } from '../shell/ScreenFrame'
import { SiteCard } from './SiteCard'
import styles from './SitesScreen.module.css'
import { siteRows } from './site-rows'
import { useGranted } from './use-granted'

/** Where codes may be filled: every allowed site, and what is bound to it. */
export function SitesScreen() {
  return (
    <ScreenFrame title={t('manage_sites_title')} lead={t('manage_sites_lead')}>
      <SiteList />
    </ScreenFrame>
  )
}

function SiteList() {
  const { model } = useServices()
  const granted = useGranted()
  if (granted === null) return <Spinner label={t('manage_loading')} />
  const rows = siteRows(granted, model.accounts.value)
  if (rows.length === 0) {
    return (
      <EmptyState icon="site" title={t('manage_sites_none')}>
        {t('manage_sites_none_text')}
      </EmptyState>
    )
  }
  return (
    <ul class={styles.list} data-testid="site-list">
      {rows.map((row) => (
        <SiteCard key={row.origin} row={row} />
      ))}
    </ul>
  )
}
