import { t } from '@/components/i18n'
import { Notice } from '@/components/ui/Notice'
import { useServices } from '../services'
import styles from './HealthNotice.module.css'

/** Says so when unlocking had to step back to an older save. */
export function HealthNotice() {
  const report = useServices().model.report.value
  if (report === null) return null
  const { skippedGenerations, rolledBack } = report
  if (skippedGenerations === 0 && !rolledBack) return null
  return (
    <div class={styles.health}>
      <Notice tone="warning">
        {skippedGenerations > 0
          ? t('popup_stepped_back', skippedGenerations)
          : t('popup_rolled_back')}
      </Notice>
    </div>
  )
}
