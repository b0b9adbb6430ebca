import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import type { ParsedBackup } from '@/utils/backup/parsed-backup'
import { useReview } from '../review/use-review'
import { useImport } from './use-import'

/**
 * What is imported, up to its review. `toReview`: what of it is reviewed; `note`: what is to be said
 * of codes of an export, whose period is not written in them.
 */
export function useImportReview(
  toReview: (found: ParsedBackup) => ParsedBackup = (found) => found,
) {
  const { review, start, drop } = useReview()
  const [isMigration, setIsMigration] = useState(false)
  const { stage, read } = useImport((files) => {
    setIsMigration(files.isMigration)
    start(toReview(files.found))
  })
  return { review, drop, stage, read, note: isMigration ? t('manage_series_period') : undefined }
}
