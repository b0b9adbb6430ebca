import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { FileDrop } from '@/components/ui/FileDrop'
import { Notice } from '@/components/ui/Notice'
import { ImportReport } from '../review/ImportReport'
import { ReviewCard } from '../review/ReviewCard'
import { type ReportLines, reportOf } from '../review/report'
import { ImportStages } from './ImportStages'
import { useGiven } from './use-given'
import { useImportReview } from './use-import-review'

/** Accounts from what other apps export: files of any kind, and pictures of QR codes. */
export function AddByFile() {
  const { review, drop, stage, read, note } = useImportReview()
  const [report, setReport] = useState<ReportLines | null>(null)
  const choose = (files: readonly File[]) => {
    setReport(null)
    read(files)
  }
  useGiven((files) => {
    if (review !== null) return
    if (stage.kind === 'idle') choose(files)
    else if (stage.kind === 'series') read(files)
  })
  if (review !== null) {
    return (
      <ReviewCard
        review={review}
        placeName={(place) => t('manage_restore_entry', place)}
        note={note}
        isReported
        onDrop={drop}
        onSaved={() => {
          setReport(reportOf(review))
          drop()
        }}
      />
    )
  }
  return (
    <Card title={t('manage_file_title')} text={t('manage_file_text')}>
      {stage.kind === 'idle' ? (
        <FileDrop
          label={t('manage_file_drop')}
          multiple
          data-testid="picture-files"
          onFiles={choose}
        />
      ) : (
        <ImportStages stage={stage} onFiles={read} />
      )}
      {stage.kind === 'idle' && stage.error && <Notice tone="error">{stage.error}</Notice>}
      {report && <ImportReport report={report} />}
    </Card>
  )
}
