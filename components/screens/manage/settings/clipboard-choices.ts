import { t } from '@/components/i18n'
import type { Option } from '@/components/ui/Select'
import { choicesOf } from './choices'

const offeredSeconds = [10, 30, 60, 120]

/** The times to offer, `current` among them, and never. */
export function clipboardChoices(current: number): readonly Option<string>[] {
  const seconds = (choice: number) => t('manage_clipboard_seconds', choice)
  return [
    ...choicesOf(offeredSeconds, current > 0 ? current : undefined, seconds),
    { value: '0', text: t('manage_clipboard_never') },
  ]
}
