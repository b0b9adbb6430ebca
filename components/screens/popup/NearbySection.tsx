import { t } from '@/components/i18n'
import { Notice } from '@/components/ui/Notice'
import { LookAlikeHosts } from './LookAlikeHosts'
import { RelatedCard } from './RelatedCard'
import styles from './Section.module.css'
import { useServices } from './services'

interface NearbySectionProps {
  /** An account is bound to the page now, and its code is to be filled. */
  readonly onBound: (id: string) => void
}

/** What to know of a page that only has to do with a bound one: its kin, or its double. */
export function NearbySection({ onBound }: NearbySectionProps) {
  const nearby = useServices().site.nearby.value
  if (nearby === null) return null
  const alike = [...new Set(nearby.alike.values())]
  return (
    <section class={styles.section} aria-label={t('near_title')} data-testid="nearby">
      {alike.map((bound) => (
        <Notice key={bound} tone="warning" title={t('alike_title')}>
          <span data-testid="look-alike">
            <LookAlikeHosts bound={bound} />
            {t('alike_text')}
          </span>
        </Notice>
      ))}
      {nearby.related.map((related) => (
        <RelatedCard key={related.account.id} related={related} onBound={onBound} />
      ))}
    </section>
  )
}
