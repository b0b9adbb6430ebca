import { healthText } from '@/components/screens/health-text'
import { Notice } from '@/components/ui/Notice'
import { useServices } from '../services'
import styles from './HealthNotice.module.css'

/** Says so when opening the vault found something its owner should know. */
export function HealthNotice() {
  const report = useServices().model.report.value
  const text = report && healthText(report)
  if (!text) return null
  return (
    <div class={styles.health}>
      <Notice tone="warning">{text}</Notice>
    </div>
  )
}
