import { t } from '@/components/i18n'
import type { Settings } from '@/utils/vault/document'
import { useServices } from '../services'
import { latestChoices, never } from './lock-choices'
import { SettingSelect } from './SettingSelect'

/** After how long the vault locks itself even in use. */
export function LockAtLatest() {
  const { model } = useServices()
  const minutes = model.document.value?.settings.lockAtLatestMinutes
  return (
    <SettingSelect
      label={t('manage_lock_at_latest')}
      data-testid="lock-at-latest"
      value={minutes === undefined ? never : String(minutes)}
      options={latestChoices(minutes)}
      choose={limited}
    />
  )
}

function limited({ lockAtLatestMinutes: _, ...settings }: Settings, value: string): Settings {
  return value === never ? settings : { ...settings, lockAtLatestMinutes: Number(value) }
}
