import { SafeText } from '@/components/account/SafeText'
import { t } from '@/components/i18n'
import { Checkbox } from '@/components/ui/Checkbox'
import { hostOf } from '@/utils/sites/origin'
import styles from './SiteChoice.module.css'
import { useServices } from './services'
import type { ChosenSites } from './use-site-offer'

/** The hosts an account is bound to, and whether codes are filled there unasked. */
export function SiteChoice({ offer }: { readonly offer: ChosenSites }) {
  const { page, others } = offer
  if (others.length > 0) return <SeveralSites offer={offer} />
  if (page === null) return <p class={styles.hint}>{t('found_no_site')}</p>
  return <OneSite origin={page} offer={offer} />
}

interface OneSiteProps {
  readonly origin: string
  readonly offer: ChosenSites
}

function OneSite({ origin, offer }: OneSiteProps) {
  const { site } = useServices()
  const isWanted = !offer.declined.has(origin)
  const allowed = site.allowed.value ? 'found_fill_allowed' : 'found_fill_ask'
  return (
    <Checkbox
      label={
        <>
          {t('found_fill_on')} <SafeText text={hostOf(origin)} class={styles.host} />
        </>
      }
      hint={t(isWanted ? allowed : 'found_fill_off')}
      checked={isWanted}
      data-testid="allow-site"
      onValue={(wanted) => offer.toggle(origin, wanted)}
    />
  )
}

function SeveralSites({ offer }: { readonly offer: ChosenSites }) {
  const { page, others, declined, toggle } = offer
  return (
    <fieldset class={styles.several}>
      <legend>{t('found_fill_on')}</legend>
      {[...(page === null ? [] : [page]), ...others].map((origin) => (
        <Checkbox
          key={origin}
          label={<SafeText text={hostOf(origin)} class={styles.host} />}
          hint={origin === page ? t('found_this_page') : undefined}
          checked={!declined.has(origin)}
          data-testid={origin === page ? 'allow-site' : 'allow-known'}
          onValue={(wanted) => toggle(origin, wanted)}
        />
      ))}
      <p class={styles.hint}>{t('found_fill_several')}</p>
    </fieldset>
  )
}
