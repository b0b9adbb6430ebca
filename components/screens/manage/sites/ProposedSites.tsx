import { AccountName } from '@/components/account/AccountName'
import { arrivalSite } from '@/components/account/site-choice'
import { errorText, t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { hostOf } from '@/utils/sites/origin'
import { useServices } from '../services'
import styles from './ProposedSites.module.css'
import type { Proposal } from './use-proposals'

/** Sites for accounts that have none: nothing of it holds before it is accepted. */
export function ProposedSites({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const { busy, error, accept } = useAccepting()
  return (
    <Card title={t('propose_title')} text={t('propose_text')}>
      <ul class={styles.list}>
        {proposals.map((proposal) => (
          <li key={proposal.account.id} class={styles.row} data-testid="proposal">
            <span class={styles.name}>
              <AccountName
                issuer={proposal.account.issuer}
                label={proposal.account.label}
                layout="inline"
              />
              <span class={styles.hosts}>{proposal.origins.map(hostOf).join(', ')}</span>
            </span>
            <Button
              busy={busy}
              data-testid="accept-proposal"
              aria-label={t('propose_accept_for', proposal.origins.map(hostOf).join(', '))}
              onClick={() => void accept([proposal])}
            >
              {t('propose_accept')}
            </Button>
          </li>
        ))}
      </ul>
      {error && <Notice tone="error">{error}</Notice>}
      {proposals.length > 1 && (
        <div class={styles.all}>
          <Button
            variant="primary"
            busy={busy}
            data-testid="accept-all"
            onClick={() => void accept(proposals)}
          >
            {t('propose_accept_all', proposals.length)}
          </Button>
        </div>
      )}
    </Card>
  )
}

function useAccepting() {
  const { sites, actions } = useServices()
  const work = useWork()
  const accept = (proposals: readonly Proposal[]) => {
    // The browser shows its prompt, one for all, only if it is asked before anything is awaited.
    const answer = sites.request(proposals.flatMap(({ origins }) => origins)).catch(() => false)
    return work.run(async () => {
      await actions.bind(
        proposals.map(({ account, origins }) => ({
          id: account.id,
          sites: origins.map(arrivalSite),
        })),
      )
      showToast(t('manage_saved'))
      if (!(await answer)) showToast(errorText('permission-denied'))
    })
  }
  return { busy: work.busy, error: work.error, accept }
}
