import { t } from '@/components/i18n'
import { type Option, Select } from '@/components/ui/Select'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import type { Settings } from '@/utils/vault/document'
import { useServices } from '../services'

interface SettingSelectProps {
  readonly label: string
  readonly 'data-testid': string
  readonly value: string
  readonly options: readonly Option<string>[]
  /** The settings after `value` was chosen. */
  readonly choose: (settings: Settings, value: string) => Settings
}

/** A setting that is chosen from a list, and saved at once. */
export function SettingSelect({ choose, ...select }: SettingSelectProps) {
  const { model } = useServices()
  const work = useWork()
  const save = (value: string) =>
    work.run(async () => {
      await model.change((document) => ({
        ...document,
        settings: choose(document.settings, value),
      }))
      showToast(t('manage_saved'))
    })
  return <Select {...select} error={work.error} onValue={(value) => void save(value)} />
}
