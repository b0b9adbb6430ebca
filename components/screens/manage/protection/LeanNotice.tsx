import { t } from '@/components/i18n'
import { Notice } from '@/components/ui/Notice'
import { defaultCost } from '@/utils/vault/kdf'
import styles from './LeanNotice.module.css'
import { useProtection } from './use-protection'

const kibPerMib = 1024

/** Says so for as long as a guess costs less memory than it should: see [Note: Calibration]. */
export function LeanNotice() {
  const cost = useProtection()
  if (cost === null || cost.m >= defaultCost.m) return null
  const [has, should] = [cost.m / kibPerMib, defaultCost.m / kibPerMib]
  return (
    <div class={styles.notice} data-testid="lean-protection">
      <Notice tone="warning" title={t('manage_lean_title')}>
        {t('manage_lean_text', Math.round(has), should)}
      </Notice>
    </div>
  )
}
