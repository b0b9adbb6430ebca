import { SafeText } from '@/components/account/SafeText'
import { t } from '@/components/i18n'
import type { BoundHere } from '@/components/model/site-model'
import { Notice } from '@/components/ui/Notice'
import { AllowSite } from './AllowSite'
import { ChoiceCards } from './ChoiceCards'
import { lazy } from './lazy'
import styles from './Section.module.css'
import { SiteCard } from './SiteCard'
import { useServices } from './services'
import { useAppendsCode } from './use-appends-code'

const OtherNameNotice = lazy(async () => (await import('./OtherNameNotice')).OtherNameNotice, {
  quiet: true,
})
const RefusedNotice = lazy(async () => (await import('./RefusedNotice')).RefusedNotice)

interface SiteSectionProps {
  readonly bound: readonly BoundHere[]
  /** The account that was bound to the page just now, to be filled with no further click. */
  readonly fillId: string | null
}

/** The accounts bound to the page in front, ready to fill. */
export function SiteSection({ bound, fillId }: SiteSectionProps) {
  const { site } = useServices()
  const appendsCode = useAppendsCode()
  const host = site.page.value?.host ?? ''
  const [first, ...others] = bound
  return (
    <section class={styles.section} aria-label={t('site_title')} data-testid="site-accounts">
      <h2 class={styles.title}>
        {t('site_title')} <SafeText text={host} />
      </h2>
      {site.refused.value && <RefusedNotice />}
      {appendsCode && <Notice>{t('append_code')}</Notice>}
      {others.length > 0 ? (
        <ChoiceCards bound={bound} fillId={fillId} />
      ) : (
        first && (
          <>
            {site.waits.value && !site.refused.value && <OtherNameNotice bound={first} />}
            <SiteCard
              key={first.account.id}
              account={first.account}
              mayFill={first.site.fill !== 'never'}
              first
              atOnce={first.account.id === fillId}
            />
          </>
        )
      )}
      {bound.some(({ site: { fill } }) => fill === 'arrival') && <AllowSite />}
    </section>
  )
}
