import { t } from '@/components/i18n'
import type { Option } from '@/components/ui/Select'

const offeredMinutes = [1, 5, 15, 30, 60, 240, 720, 1440]

/** The offered times, in order, and `current` among them even if it is none of the usual ones. */
export function lockChoices(current: number): readonly Option<string>[] {
  return [...new Set([...offeredMinutes, current])]
    .sort((a, b) => a - b)
    .map((minutes) => ({ value: String(minutes), text: minutesText(minutes) }))
}

const latestMinutes = [60, 240, 480, 720, 1440]

/** The value of no limit. */
export const never = 'never'

/** Never, then the offered limits, and `current` among them even if it is none of the usual ones. */
export function latestChoices(current: number | undefined): readonly Option<string>[] {
  const limits = new Set(current === undefined ? latestMinutes : [...latestMinutes, current])
  return [
    { value: never, text: t('manage_never') },
    ...[...limits]
      .sort((a, b) => a - b)
      .map((minutes) => ({ value: String(minutes), text: minutesText(minutes) })),
  ]
}

/** "1 minute", "15 minutes", "4 hours". */
export function minutesText(minutes: number): string {
  if (minutes === 1) return t('manage_one_minute')
  if (minutes === 60) return t('manage_one_hour')
  return minutes % 60 === 0 ? t('manage_hours', minutes / 60) : t('manage_minutes', minutes)
}
