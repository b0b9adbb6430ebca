import { AccountName } from '@/components/account/AccountName'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Icon } from '@/components/ui/Icon'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { AppError } from '@/utils/errors/app-error'
import { hostnameOf } from '@/utils/sites/origin'
import { useServices } from '../services'
import styles from './SiteCard.module.css'
import type { SiteRow } from './site-rows'

/** One host: whether it is allowed, whose codes go there, and the way to change that. */
export function SiteCard({ row }: { readonly row: SiteRow }) {
  const host = hostnameOf(row.origin)
  return (
    <li class={styles.row} data-testid="site-row" data-allowed={row.granted}>
      <Icon name={row.granted ? 'check' : 'lock'} />
      <div class={styles.words}>
        <bdi class={styles.host}>{row.origin.startsWith('http:') ? row.origin : host}</bdi>
        <span class={styles.state}>
          {t(row.granted ? 'manage_site_allowed' : 'manage_site_not_allowed')}
        </span>
        <Bound row={row} />
      </div>
      <GrantButton row={row} host={host} />
    </li>
  )
}

function Bound({ row }: { readonly row: SiteRow }) {
  if (row.accounts.length === 0) return <p class={styles.none}>{t('manage_site_unbound')}</p>
  return (
    <ul class={styles.accounts}>
      {row.accounts.map((account) => (
        <li key={account.id}>
          <AccountName issuer={account.issuer} label={account.label} layout="inline" />
        </li>
      ))}
    </ul>
  )
}

function GrantButton({ row, host }: { readonly row: SiteRow; readonly host: string }) {
  const { sites } = useServices()
  const work = useWork()
  // The browser shows its prompt only if it is asked before anything is awaited.
  const allow = () => {
    const answer = sites.request(row.origin)
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
          {t('manage_site_allow')}
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
