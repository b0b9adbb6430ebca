import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import styles from './RefusedNotice.module.css'
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
      {t('refused_text')}
      <ul class={styles.list} data-testid="refused">
        <li>{t('refused_clock')}</li>
        <li>{t('refused_account')}</li>
        <li>{t('refused_code')}</li>
      </ul>
    </Notice>
  )
}
