import { SafeText } from '@/components/account/SafeText'
import { t } from '@/components/i18n'
import type { BoundHere } from '@/components/model/site-model'
import { AllowSite } from './AllowSite'
import { lazy } from './lazy'
import styles from './Section.module.css'
import { SiteCard } from './SiteCard'
import { useServices } from './services'

const RefusedNotice = lazy(async () => (await import('./RefusedNotice')).RefusedNotice)

/** The accounts bound to the page in front, ready to fill. */
export function SiteSection({ bound }: { readonly bound: readonly BoundHere[] }) {
  const { site } = useServices()
  const host = site.page.value?.host ?? ''
  return (
    <section class={styles.section} aria-label={t('site_title')} data-testid="site-accounts">
      <h2 class={styles.title}>
        {t('site_title')} <SafeText text={host} />
      </h2>
      {site.refused.value && <RefusedNotice />}
      {bound.map(({ account, site: { fill } }, index) => (
        <SiteCard
          key={account.id}
          account={account}
          mayFill={fill !== 'never'}
          first={index === 0}
        />
      ))}
      {bound.some(({ site: { fill } }) => fill === 'arrival') && <AllowSite />}
    </section>
  )
}
