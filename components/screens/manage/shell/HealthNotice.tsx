import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { isClockWrong } from '@/components/screens/health-text'
import { MishapNotice } from '@/components/screens/MishapNotice'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useServices } from '../services'
import styles from './HealthNotice.module.css'
import { SaveDamaged } from './SaveDamaged'

/** Says so when opening the vault found something its owner should know. */
export function HealthNotice() {
  const { model } = useServices()
  const mishap = model.document.value?.mishap
  return (
    <div class={styles.health}>
      {mishap && (
        <MishapNotice mishap={mishap} model={model}>
          <SaveDamaged />
        </MishapNotice>
      )}
      {isClockWrong(model.clockBehindMs.value) && (
        <Notice tone="warning">{t('health_clock_behind')}</Notice>
      )}
      {model.report.value?.copied === false && <NoCopyNotice />}
    </div>
  )
}

/** Nothing is lost yet: told once per page. */
function NoCopyNotice() {
  const [read, setRead] = useState(false)
  if (read) return null
  return (
    <Notice
      title={t('health_no_copy_title')}
      actions={<Button onClick={() => setRead(true)}>{t('health_dismiss')}</Button>}
    >
      {t('health_no_copy_text')}
    </Notice>
  )
}
