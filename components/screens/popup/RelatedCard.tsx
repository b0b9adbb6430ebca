import { AccountHead } from '@/components/account/AccountHead'
import { hostInSentence } from '@/components/account/in-sentence'
import { useAccountCode } from '@/components/account/use-account-code'
import { t } from '@/components/i18n'
import type { Related } from '@/components/model/nearby'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import { hostOf } from '@/utils/sites/origin'
import styles from './RelatedCard.module.css'
import { useServices } from './services'
import { useWholeDomain } from './use-whole-domain'

interface RelatedCardProps {
  readonly related: Related
  readonly onBound: (id: string) => void
}

const relations = {
  domain: 'near_domain',
  port: 'near_port',
  sibling: 'near_sibling',
} as const

/** An account of another host that the page belongs to: to be used here too, in one click. */
export function RelatedCard({ related, onBound }: RelatedCardProps) {
  const { account, site, relation } = related
  const { id } = account
  const { actions, clock, site: model, takeCounter } = useServices()
  const code = useAccountCode(account, clock, takeCounter)
  const domain = useWholeDomain(related)
  const work = useWork()
  const origin = model.page.value?.origin ?? null
  if (origin === null) return null
  const host = hostInSentence(hostOf(origin))
  const thenFill = async (binding: () => Promise<void>): Promise<void> => {
    if (await work.run(binding)) onBound(id)
  }
  const remember = () =>
    thenFill(() => actions.bind([{ id, sites: [{ origin, match: 'origin', fill: site.fill }] }]))
  const widen = () => thenFill(() => actions.changeSite(id, site.origin, { match: 'domain' }))
  return (
    <article class={styles.card} data-testid="related" data-account-id={id}>
      <AccountHead account={account} code={code} layout="card" />
      <p class={styles.words}>
        {t(relations[relation.kind], hostInSentence(hostOf(relation.bound)))}
      </p>
      {work.error && <Notice tone="error">{work.error}</Notice>}
      <Button
        variant="primary"
        wide
        icon="keyboard"
        busy={work.busy}
        data-testid="fill-and-remember"
        onClick={() => void remember()}
      >
        {t('near_remember')}
      </Button>
      <p class={styles.hint}>{t('near_remember_hint', host)}</p>
      {domain !== null && (
        <details class={styles.more}>
          <summary>{t('near_more')}</summary>
          <p class={styles.hint}>{t('widen_domain_means', hostInSentence(domain))}</p>
          <Button
            wide
            busy={work.busy}
            data-testid="fill-whole-domain"
            onClick={() => void widen()}
          >
            {t('near_domain_button', hostInSentence(domain))}
          </Button>
        </details>
      )}
    </article>
  )
}
