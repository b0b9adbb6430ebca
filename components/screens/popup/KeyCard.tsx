import { emptyForm } from '@/components/account/form-values'
import { offeredSites } from '@/components/account/site-choice'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import styles from './KeyCard.module.css'
import { useServices } from './services'

/** A key that the page shows as text. Nothing but words tell what it is: it is looked at first. */
export function KeyCard({ secretBase32 }: { readonly secretBase32: string }) {
  const { site, state } = useServices()
  const page = site.page.value
  const use = (): void => {
    const issuer = page?.host?.replace(/^www\.|:\d+$/g, '') ?? ''
    const sites = offeredSites({ page: page?.origin ?? null, others: [], declined: new Set() })
    const values = { ...emptyForm, issuer, secret: secretBase32, sites }
    state.show({ name: 'review', values, origin: page?.origin ?? null, replaces: null })
  }
  return (
    <Notice
      title={t('found_key')}
      actions={
        <Button data-testid="use-key" onClick={use}>
          {t('found_key_use')}
        </Button>
      }
    >
      <p>{t('found_key_text')}</p>
      <code class={styles.key} data-testid="key-text">
        {secretBase32.replace(/(.{4})(?=.)/g, '$1 ')}
      </code>
    </Notice>
  )
}
