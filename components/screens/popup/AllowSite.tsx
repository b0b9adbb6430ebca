import { useState } from 'preact/hooks'
import { errorText, t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useServices } from './services'

/** Offers to allow the page's site, unless it is: for accounts to be filled there unasked. */
export function AllowSite() {
  const { site, requestOrigins } = useServices()
  const [denied, setDenied] = useState(false)
  const origin = site.page.value?.origin ?? null
  if (origin === null || site.allowed.value !== false) return null
  const allow = (): void => {
    // Straight from the click: see [Note: Saving with a site].
    const answered = requestOrigins([origin])
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
