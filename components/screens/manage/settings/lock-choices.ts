import { t } from '@/components/i18n'
import type { Option } from '@/components/ui/Select'
import { choicesOf } from './choices'

const offeredMinutes = [1, 5, 15, 30, 60, 240, 720, 1440]

/** The times to offer, `current` among them. */
export function lockChoices(current: number): readonly Option<string>[] {
  return choicesOf(offeredMinutes, current, minutesText)
}

const latestMinutes = [60, 240, 480, 720, 1440]

/** The value of no limit. */
export const never = 'never'

/** Never, then the limits to offer, `current` among them. */
export function latestChoices(current: number | undefined): readonly Option<string>[] {
  return [
    { value: never, text: t('manage_never') },
    ...choicesOf(latestMinutes, current, minutesText),
  ]
}

/** "1 minute", "15 minutes", "4 hours". */
export function minutesText(minutes: number): string {
  if (minutes === 1) return t('manage_one_minute')
  if (minutes === 60) return t('manage_one_hour')
  return minutes % 60 === 0 ? t('manage_hours', minutes / 60) : t('manage_minutes', minutes)
}
