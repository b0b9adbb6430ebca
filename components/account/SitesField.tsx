import { t } from '@/components/i18n'
import type { LoadSiteFacts } from '@/components/model/site-facts'
import { Button } from '@/components/ui/Button'
import { Checkbox } from '@/components/ui/Checkbox'
import { Field } from '@/components/ui/Field'
import { IconButton } from '@/components/ui/IconButton'
import { Select } from '@/components/ui/Select'
import { hostOf, parseOrigin } from '@/utils/sites/origin'
import type { Site } from '@/utils/vault/document'
import { addSite, siteAt, siteOf } from './check-form'
import { fillOptions } from './fill-options'
import type { AccountFormValues } from './form-values'
import { KnownHosts } from './KnownHosts'
import { SafeText } from './SafeText'
import styles from './SitesField.module.css'

interface SitesFieldProps {
  readonly values: AccountFormValues
  readonly set: (over: Partial<AccountFormValues>) => void
  readonly error: string | undefined
  /** The page in front, offered while it is not among them. */
  readonly pageOrigin: string | null
  readonly siteFacts: LoadSiteFacts
}

/** The sites an account's codes go to: each by its exact host, and when. */
export function SitesField({ values, set, error, pageOrigin, siteFacts }: SitesFieldProps) {
  const { sites, newSite, issuer } = values
  const add = (): void => {
    const site = siteOf(newSite)
    if (site !== null && site !== 'wrong') set({ sites: addSite(sites, site), newSite: '' })
  }
  const offered = pageOrigin !== null && !sites.some(({ origin }) => origin === pageOrigin)
  return (
    <fieldset class={styles.sites}>
      <legend class="visually-hidden">{t('form_sites')}</legend>
      {sites.map((site) => (
        <SiteLine
          key={site.origin}
          site={site}
          onSite={(next) => set({ sites: sites.map((each) => (each === site ? next : each)) })}
          onRemove={() => set({ sites: sites.filter((each) => each !== site) })}
        />
      ))}
      <div class={styles.add}>
        <Field
          label={t(sites.length === 0 ? 'form_site' : 'form_site_further')}
          hint={t('form_site_hint')}
          error={error}
          placeholder={t('form_site_example')}
          data-testid="field-site"
          inputMode="url"
          spellcheck={false}
          autocapitalize="off"
          value={newSite}
          onValue={(text) => set({ newSite: text })}
        />
        {newSite.trim() !== '' && (
          <Button data-testid="add-site" onClick={add}>
            {t('form_site_add')}
          </Button>
        )}
      </div>
      {offered && newSite === '' && (
        <Button
          variant="bare"
          icon="site"
          data-testid="add-page"
          onClick={() => set({ sites: addSite(sites, siteAt(pageOrigin)) })}
        >
          {t('form_fill_on', hostOf(pageOrigin))}
        </Button>
      )}
      <KnownHosts
        {...{ issuer, sites, siteFacts }}
        onAdd={(more) => set({ sites: more.map(siteAt).reduce(addSite, [...sites]) })}
      />
    </fieldset>
  )
}

interface SiteLineProps {
  readonly site: Site
  readonly onSite: (site: Site) => void
  readonly onRemove: () => void
}

function SiteLine({ site, onSite, onRemove }: SiteLineProps) {
  // An older version, or a file, may have left one that no code goes to: it can only be taken away.
  if (parseOrigin(site.origin) === null) {
    return (
      <div class={styles.line} data-testid="form-site">
        <SafeText text={site.origin} class={styles.unusable} />
        <IconButton icon="trash" label={t('form_site_remove', site.origin)} onClick={onRemove} />
      </div>
    )
  }
  const host = hostOf(site.origin)
  return (
    <div class={styles.line} data-testid="form-site">
      <Select
        label={t('form_fill_on', host)}
        value={site.fill}
        options={fillOptions()}
        onValue={(fill) => onSite({ ...site, fill })}
      />
      <IconButton icon="trash" label={t('form_site_remove', host)} onClick={onRemove} />
      {site.fill !== 'never' && (
        <Checkbox
          label={t('site_submit')}
          checked={site.submit === true}
          data-testid="form-submit"
          onValue={(submit) => onSite({ ...site, submit })}
        />
      )}
    </div>
  )
}
