import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { useServices } from '../services'
import styles from './LockAfter.module.css'
import { LockAtLatest } from './LockAtLatest'
import { LockShortcut } from './LockShortcut'
import { lockChoices } from './lock-choices'
import { SettingSelect } from './SettingSelect'

/** When the vault locks itself, and the keys that lock it. */
export function LockAfter() {
  const { model } = useServices()
  const minutes = model.document.value?.settings.lockAfterMinutes ?? 15
  return (
    <Card title={t('manage_lock_after_title')} text={t('manage_lock_after_text')}>
      <div class={styles.narrow}>
        <SettingSelect
          label={t('manage_lock_after')}
          data-testid="lock-after"
          value={String(minutes)}
          options={lockChoices(minutes)}
          choose={(settings, value) => ({ ...settings, lockAfterMinutes: Number(value) })}
        />
        <LockAtLatest />
      </div>
      <LockShortcut />
    </Card>
  )
}
