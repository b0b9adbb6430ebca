import { useState } from 'preact/hooks'
import { errorText, t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { siteFor } from '@/utils/sites/match'
import type { Account } from '@/utils/vault/document'
import { useServices } from './services'

/** Offers to allow the page's site, if an account is to be filled there unasked and may not be. */
export function AllowSite({ accounts }: { readonly accounts: readonly Account[] }) {
  const { site, requestOrigin } = useServices()
  const [denied, setDenied] = useState(false)
  const origin = site.page.value?.origin ?? null
  if (origin === null || site.allowed.value !== false) return null
  const wanted = accounts.some(
    ({ sites }) => siteFor(origin, sites, () => null)?.fill === 'arrival',
  )
  if (!wanted) return null
  const allow = (): void => {
    // Straight from the click: see [Note: Saving with a site].
    const answered = requestOrigin(origin)
    void answered
      .catch(() => false)
      .then((granted) => {
        setDenied(!granted)
        return site.checkAllowed()
      })
  }
  return (
    <Notice
      tone={denied ? 'warning' : 'info'}
      actions={
        <Button data-testid="allow-here" onClick={allow}>
          {t('allow_site')}
        </Button>
      }
    >
      {denied ? errorText('permission-denied') : t('allow_site_text')}
    </Notice>
  )
}
