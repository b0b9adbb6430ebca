import { t } from '@/components/i18n'
import type { Option } from '@/components/ui/Select'

const offeredSeconds = [10, 30, 60, 120]

/** The offered times, in order, `current` among them even if it is none of the usual ones, and never. */
export function clipboardChoices(current: number): readonly Option<string>[] {
  const seconds = [...new Set([...offeredSeconds, current])].filter((choice) => choice > 0)
  return [...seconds.sort((a, b) => a - b), 0].map((choice) => ({
    value: String(choice),
    text: choice === 0 ? t('manage_clipboard_never') : t('manage_clipboard_seconds', choice),
  }))
}
