import { t } from '@/components/i18n'
import type { SiteFacts } from '@/components/model/site-facts'
import { Button } from '@/components/ui/Button'
import { Icon } from '@/components/ui/Icon'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { AppError } from '@/utils/errors/app-error'
import { hostnameOf } from '@/utils/sites/origin'
import { useServices } from '../services'
import { BoundSite } from './BoundSite'
import styles from './SiteCard.module.css'
import type { SiteRow } from './site-rows'

interface SiteCardProps {
  readonly row: SiteRow
  /** Null until they are there. */
  readonly facts: SiteFacts | null
}

const states = {
  allowed: 'manage_site_allowed',
  misses: 'manage_site_misses',
  idle: 'manage_site_not_allowed',
} as const

/** One host: whether it is allowed, whose codes go there and when, and the way to change that. */
export function SiteCard({ row, facts }: SiteCardProps) {
  const { origin, granted, misses, bound } = row
  const host = hostnameOf(origin)
  const state = granted ? 'allowed' : misses ? 'misses' : 'idle'
  const appends = facts?.appendsCode(origin) ?? false
  return (
    <li class={styles.row} data-testid="site-row" data-state={state}>
      <Icon name={granted ? 'check' : misses ? 'warning' : 'lock'} />
      <div class={styles.words}>
        <bdi class={styles.host}>{origin.startsWith('http:') ? origin : host}</bdi>
        <span class={styles.state}>{t(states[state])}</span>
        {appends && <span class={styles.state}>{t('append_code')}</span>}
      </div>
      <GrantButton row={row} host={host} />
      {bound.length === 0 ? (
        <p class={styles.none}>{t('manage_site_unbound')}</p>
      ) : (
        <ul class={styles.accounts}>
          {bound.map((each) => (
            <BoundSite key={each.account.id + each.site.origin} bound={each} facts={facts} />
          ))}
        </ul>
      )}
    </li>
  )
}

function GrantButton({ row, host }: { readonly row: SiteRow; readonly host: string }) {
  const { sites } = useServices()
  const work = useWork()
  // The browser shows its prompt only if it is asked before anything is awaited.
  const allow = () => {
    const answer = sites.request([row.origin])
    void work.run(async () => {
      if (!(await answer)) throw new AppError('permission-denied')
    })
  }
  const revoke = () =>
    work.run(async () => {
      await sites.revoke(row.origin)
      showToast(t('manage_site_revoked', host))
    })
  return (
    <div class={styles.change}>
      {row.granted ? (
        <Button busy={work.busy} data-testid="revoke-site" onClick={() => void revoke()}>
          {t('manage_site_revoke')}
        </Button>
      ) : (
        <Button busy={work.busy} data-testid="allow-site" onClick={allow}>
          {t(row.misses ? 'manage_site_allow_again' : 'manage_site_allow')}
        </Button>
      )}
      {work.error && (
        <p class={styles.error} role="alert" data-testid="error">
          {work.error}
        </p>
      )}
    </div>
  )
}
