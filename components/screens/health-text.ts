import { t } from '@/components/i18n'
import type { Mishap } from '@/utils/vault/document'

/** A clock this much behind is a wrong one; less is two computers' or a moment's difference. */
const tolerableMs = 60_000

/** What happened, and what to do next. */
export interface Told {
  readonly title: string
  readonly text: string
}

/** What opening the vault once found amiss, in words. */
export function mishapText({ missingSaves, skippedGenerations, savedAtMs }: Mishap): Told {
  if (missingSaves === 0) {
    return { title: t('health_copied_title'), text: t('health_copied_text') }
  }
  const when = savedAtMs === null ? t('health_unknown_time') : dateAndTime(savedAtMs)
  const key = skippedGenerations > 0 ? 'health_missing_text' : 'health_rolled_back_text'
  return { title: t('health_missing_title'), text: t(key, when) }
}

/** Whether this computer's clock is so far behind that sites will refuse the codes. */
export function isClockWrong(clockBehindMs: number): boolean {
  return clockBehindMs > tolerableMs
}

function dateAndTime(timeMs: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' }).format(
    timeMs,
  )
}
