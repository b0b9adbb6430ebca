import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { clipboardSeconds } from '@/utils/vault/clipboard-seconds'
import { useServices } from '../services'
import { clipboardChoices } from './clipboard-choices'
import styles from './LockAfter.module.css'
import { SettingSelect } from './SettingSelect'

/** After how long what was copied is taken off the clipboard. */
export function ClearClipboard() {
  const { model } = useServices()
  const seconds = clipboardSeconds(model.document.value?.settings)
  return (
    <Card title={t('manage_clipboard_title')} text={t('manage_clipboard_text')}>
      <div class={styles.narrow}>
        <SettingSelect
          label={t('manage_clipboard')}
          data-testid="clear-clipboard"
          value={String(seconds)}
          options={clipboardChoices(seconds)}
          choose={(settings, value) => ({ ...settings, clearClipboardSeconds: Number(value) })}
        />
      </div>
    </Card>
  )
}
