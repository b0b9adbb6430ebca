import { t } from '@/components/i18n'
import { Select } from '@/components/ui/Select'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { useServices } from '../services'
import { latestChoices, never } from './lock-choices'

/** After how long the vault locks itself even in use. */
export function LockAtLatest() {
  const { model } = useServices()
  const work = useWork()
  const minutes = model.document.value?.settings.lockAtLatestMinutes
  const save = (value: string) =>
    work.run(async () => {
      await model.change((document) => {
        const { lockAtLatestMinutes: _, ...settings } = document.settings
        const limit = value === never ? {} : { lockAtLatestMinutes: Number(value) }
        return { ...document, settings: { ...settings, ...limit } }
      })
      showToast(t('manage_saved'))
    })
  return (
    <Select
      label={t('manage_lock_at_latest')}
      data-testid="lock-at-latest"
      value={minutes === undefined ? never : String(minutes)}
      options={latestChoices(minutes)}
      error={work.error}
      onValue={(value) => void save(value)}
    />
  )
}
