import { t } from '@/components/i18n'
import { Icon } from '@/components/ui/Icon'
import styles from './ProtectionLine.module.css'
import { useProtection } from './use-protection'

const kibPerMib = 1024

/** What stands between a thief with a copy of the vault and its password, in plain words. */
export function ProtectionLine() {
  const cost = useProtection()
  if (cost === null) return null
  const { m, t: passes } = cost
  const facts = [Math.round(m / kibPerMib), passes] as const
  return (
    <div class={styles.line} data-testid="protection">
      <Icon name="shield" />
      <div>
        <strong>{t('manage_protection', ...facts)}</strong>
        <p>{t('manage_protection_text', facts[0])}</p>
      </div>
    </div>
  )
}
