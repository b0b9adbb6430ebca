import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { FileDrop } from '@/components/ui/FileDrop'
import { Notice } from '@/components/ui/Notice'
import { useReview } from '../review/use-review'
import { RestorePassword } from './RestorePassword'
import { RestorePreview } from './RestorePreview'
import { type Report, RestoreReport } from './RestoreReport'
import { useBackupFile } from './use-backup-file'

/** From a file to accounts: choose, open, look through, restore, report. */
export function RestoreCard() {
  const [report, setReport] = useState<Report | null>(null)
  const { review, start, drop } = useReview()
  const file = useBackupFile(() => setReport(null), start)
  const finish = (done: Report) => {
    setReport(done)
    drop()
  }
  return (
    <Card title={t('manage_restore_title')} text={t('manage_restore_text')}>
      {review ? (
        <RestorePreview review={review} onDrop={drop} onRestored={finish} />
      ) : file.waiting ? (
        <RestorePassword file={file.waiting} />
      ) : (
        <FileDrop
          label={t('manage_restore_drop')}
          accept=".json,.txt,application/json,text/plain"
          busy={file.busy}
          data-testid="restore-file"
          onFiles={([chosen]) => file.choose(chosen)}
        />
      )}
      {file.error && <Notice tone="error">{file.error}</Notice>}
      {report && <RestoreReport report={report} />}
    </Card>
  )
}
