import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { Select } from '@/components/ui/Select'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { useServices } from '../services'
import styles from './LockAfter.module.css'
import { LockAtLatest } from './LockAtLatest'
import { LockShortcut } from './LockShortcut'
import { lockChoices } from './lock-choices'

/** When the vault locks itself, and the keys that lock it. */
export function LockAfter() {
  const { model } = useServices()
  const work = useWork()
  const minutes = model.document.value?.settings.lockAfterMinutes ?? 15
  const save = (value: string) =>
    work.run(async () => {
      await model.change((document) => ({
        ...document,
        settings: { ...document.settings, lockAfterMinutes: Number(value) },
      }))
      showToast(t('manage_saved'))
    })
  return (
    <Card title={t('manage_lock_after_title')} text={t('manage_lock_after_text')}>
      <div class={styles.narrow}>
        <Select
          label={t('manage_lock_after')}
          data-testid="lock-after"
          value={String(minutes)}
          options={lockChoices(minutes)}
          error={work.error}
          onValue={(value) => void save(value)}
        />
        <LockAtLatest />
      </div>
      <LockShortcut />
    </Card>
  )
}
