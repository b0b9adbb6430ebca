import { t } from '@/components/i18n'
import { isClockWrong } from '@/components/screens/health-text'
import { MishapNotice } from '@/components/screens/MishapNotice'
import { Notice } from '@/components/ui/Notice'
import { useServices } from './services'

/** Says so when opening the vault found something its owner should know. */
export function HealthNotice() {
  const { model } = useServices()
  const mishap = model.document.value?.mishap
  const clockBehindMs = model.clockBehindMs.value
  return (
    <>
      {mishap && <MishapNotice mishap={mishap} model={model} />}
      {isClockWrong(clockBehindMs) && <Notice tone="warning">{t('health_clock_behind')}</Notice>}
    </>
  )
}
