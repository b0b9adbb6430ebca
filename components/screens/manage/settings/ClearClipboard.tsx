import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { Select } from '@/components/ui/Select'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { clipboardSeconds } from '@/utils/vault/clipboard-seconds'
import { useServices } from '../services'
import { clipboardChoices } from './clipboard-choices'
import styles from './LockAfter.module.css'

/** After how long what was copied is taken off the clipboard. */
export function ClearClipboard() {
  const { model } = useServices()
  const work = useWork()
  const seconds = clipboardSeconds(model.document.value?.settings)
  const save = (value: string) =>
    work.run(async () => {
      await model.change((document) => ({
        ...document,
        settings: { ...document.settings, clearClipboardSeconds: Number(value) },
      }))
      showToast(t('manage_saved'))
    })
  return (
    <Card title={t('manage_clipboard_title')} text={t('manage_clipboard_text')}>
      <div class={styles.narrow}>
        <Select
          label={t('manage_clipboard')}
          data-testid="clear-clipboard"
          value={String(seconds)}
          options={clipboardChoices(seconds)}
          error={work.error}
          onValue={(value) => void save(value)}
        />
      </div>
    </Card>
  )
}
