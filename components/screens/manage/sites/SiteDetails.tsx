import { accountTitle } from '@/components/account/account-title'
import { hostInSentence } from '@/components/account/in-sentence'
import { SafeText } from '@/components/account/SafeText'
import { t } from '@/components/i18n'
import type { SiteFacts } from '@/components/model/site-facts'
import { Button } from '@/components/ui/Button'
import { Checkbox } from '@/components/ui/Checkbox'
import { Notice } from '@/components/ui/Notice'
import { hostOf } from '@/utils/sites/origin'
import type { Site } from '@/utils/vault/document'
import styles from './SiteDetails.module.css'
import type { BoundAccount } from './site-rows'
import { useSiteChange } from './use-site-change'

interface SiteDetailsProps {
  readonly bound: BoundAccount
  readonly facts: SiteFacts | null
}

/** What is seldom changed of an account's site; what is not as usual shows without opening it. */
export function SiteDetails({ bound, facts }: SiteDetailsProps) {
  const { account, site } = bound
  const { change, forgetField, unbind, error } = useSiteChange(bound)
  const domain = domainOf(site, facts)
  return (
    <details class={styles.details} data-testid="site-details">
      <summary>
        {t('manage_site_more')}
        {unusual(site, domain).map((words) => (
          <span key={words} class={styles.unusual}>
            {words}
          </span>
        ))}
      </summary>
      <div class={styles.choices}>
        <Checkbox
          label={t('site_submit')}
          hint={t('site_submit_hint')}
          checked={site.submit === true}
          data-testid="site-submit"
          onValue={(submit) => void change({ submit })}
        />
        {(domain !== null || site.match === 'domain') && (
          <Checkbox
            label={t('widen_domain', hostInSentence(domain ?? hostOf(site.origin)))}
            hint={t('widen_domain_means', hostInSentence(domain ?? hostOf(site.origin)))}
            checked={site.match === 'domain'}
            data-testid="site-whole-domain"
            onValue={(whole) => void change({ match: whole ? 'domain' : 'origin' })}
          />
        )}
        {site.field && (
          <p class={styles.field} data-testid="pointed-field">
            <span>
              {t('manage_site_field')} <FieldName field={site.field} />
            </span>
            <Button data-testid="forget-field" onClick={() => void forgetField()}>
              {t('manage_site_field_forget')}
            </Button>
          </p>
        )}
        {error && <Notice tone="error">{error}</Notice>}
        <Button variant="bare" icon="trash" data-testid="unbind-site" onClick={() => void unbind()}>
          {t('manage_site_unbind', hostOf(site.origin), accountTitle(account))}
        </Button>
      </div>
    </details>
  )
}

function unusual(site: Site, domain: string | null): string[] {
  return [
    ...(site.match === 'domain' ? [t('widen_domain', hostInSentence(domain ?? '*'))] : []),
    ...(site.submit ? [t('site_submit')] : []),
    ...(site.field ? [t('manage_site_field_short')] : []),
  ]
}

function domainOf(site: Site, facts: SiteFacts | null): string | null {
  const widening = facts?.wideningsOf(site.origin).find(({ kind }) => kind === 'domain')
  return widening?.kind === 'domain' ? widening.domain : null
}

/** What the page calls the field; its own words, so shown as such. */
function FieldName({ field }: { readonly field: NonNullable<Site['field']> }) {
  const { label, placeholder, name, id } = field
  const said = [label, placeholder, name, id].find((each) => typeof each === 'string' && each)
  return typeof said === 'string' ? <SafeText text={said} class={styles.said} /> : null
}
