import { t } from '@/components/i18n'
import { Notice } from '@/components/ui/Notice'
import { useServices } from './services'

/** Says so when unlocking had to step back to an older save. */
export function HealthNotice() {
  const { model } = useServices()
  const report = model.report.value
  if (report === null) return null
  if (report.skippedGenerations > 0) {
    return <Notice tone="warning">{t('popup_stepped_back', report.skippedGenerations)}</Notice>
  }
  return report.rolledBack ? <Notice tone="warning">{t('popup_rolled_back')}</Notice> : null
}
