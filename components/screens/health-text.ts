import { t } from '@/components/i18n'
import type { OpenReport } from '@/utils/vault/vault'

/** A clock this much behind is a wrong one; less is two computers' or a moment's difference. */
const tolerableMs = 60_000

/** What opening the vault found that its owner should know, in a sentence; null when all is well. */
export function healthText(report: OpenReport): string | null {
  if (report.skippedGenerations > 0) return t('health_stepped_back', report.skippedGenerations)
  if (report.rolledBack) return t('health_rolled_back')
  return report.clockBehindMs > tolerableMs ? t('health_clock_behind') : null
}
