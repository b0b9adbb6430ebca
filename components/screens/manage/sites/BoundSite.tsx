import { AccountName } from '@/components/account/AccountName'
import { accountTitle } from '@/components/account/account-title'
import { fillOptions } from '@/components/account/fill-options'
import { inSentence } from '@/components/account/in-sentence'
import { t } from '@/components/i18n'
import type { SiteFacts } from '@/components/model/site-facts'
import { Select } from '@/components/ui/Select'
import { hostOf } from '@/utils/sites/origin'
import styles from './BoundSite.module.css'
import { SiteDetails } from './SiteDetails'
import type { BoundAccount } from './site-rows'
import { useSiteChange } from './use-site-change'

interface BoundSiteProps {
  readonly bound: BoundAccount
  /** Null until they are there. */
  readonly facts: SiteFacts | null
}

/** An account on one of its sites: when its codes are filled, and what is seldom changed. */
export function BoundSite({ bound, facts }: BoundSiteProps) {
  const { account, site } = bound
  const { change, error } = useSiteChange(bound)
  const port = new URL(site.origin).port
  const host = hostOf(site.origin)
  return (
    <li class={styles.bound} data-testid="bound-site">
      <span class={styles.name}>
        <AccountName issuer={account.issuer} label={account.label} layout="inline" />
        {port !== '' && <span class={styles.port}>{t('manage_site_port', port)}</span>}
      </span>
      <Select
        label={t('manage_site_when', inSentence(accountTitle(account)), host)}
        quietLabel
        data-testid="site-fill"
        value={site.fill}
        options={fillOptions()}
        error={error}
        onValue={(fill) => void change({ fill })}
      />
      <SiteDetails bound={bound} facts={facts} />
    </li>
  )
}
