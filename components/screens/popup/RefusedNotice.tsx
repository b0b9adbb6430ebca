import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useServices } from './services'

/** Why nothing is filled by itself where a site asked again, and what to look at. */
export function RefusedNotice() {
  const { openManage } = useServices()
  return (
    <Notice
      tone="warning"
      title={t('refused_title')}
      actions={
        <Button data-testid="compare-clock" onClick={() => openManage('settings')}>
          {t('refused_compare')}
        </Button>
      }
    >
      <span data-testid="refused">{t('refused_text')}</span>
    </Notice>
  )
}
