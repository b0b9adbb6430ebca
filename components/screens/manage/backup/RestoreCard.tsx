import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { FileDrop } from '@/components/ui/FileDrop'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import { maxFileSizeBytes } from '@/utils/backup/import-file'
import { type RecognizedFile, recognize } from '@/utils/backup/registry'
import { AppError } from '@/utils/errors/app-error'
import { useReview } from '../review/use-review'
import { useServices } from '../services'
import { type Opening, RestorePassword } from './RestorePassword'
import { RestorePreview } from './RestorePreview'
import { type Report, RestoreReport } from './RestoreReport'

/** An encrypted file that waits for its password. */
interface Waiting {
  readonly name: string
  readonly recognized: RecognizedFile
}

/** From a file to accounts: choose, open, look through, restore, report. */
export function RestoreCard() {
  const { readBackup } = useServices()
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const [report, setReport] = useState<Report | null>(null)
  const { review, start, drop } = useReview()
  const work = useWork()
  const open = async (recognized: RecognizedFile, password: string, how?: Opening) => {
    const { signal } = new AbortController()
    const options = { signal, onStep: () => undefined, ...how, password }
    // In a worker: a file of another app may ask for a minute's work.
    start((await readBackup(recognized.file.bytes, options)).found)
    setWaiting(null)
  }
  const choose = (file: File | undefined) =>
    work.run(async () => {
      if (!file) return
      setReport(null)
      // Before anything is read: memory is taken by then.
      if (file.size > maxFileSizeBytes) throw new AppError('file-too-large')
      const recognized = recognize(new Uint8Array(await file.arrayBuffer()))
      if (recognized.isEncrypted) setWaiting({ name: file.name, recognized })
      else await open(recognized, '')
    })
  const finish = (done: Report) => {
    setReport(done)
    drop()
  }
  return (
    <Card title={t('manage_restore_title')} text={t('manage_restore_text')}>
      {review ? (
        <RestorePreview review={review} onDrop={drop} onRestored={finish} />
      ) : waiting ? (
        <RestorePassword
          name={waiting.name}
          onOpen={(password, how) => open(waiting.recognized, password, how)}
          onDrop={() => setWaiting(null)}
        />
      ) : (
        <FileDrop
          label={t('manage_restore_drop')}
          accept=".json,.txt,application/json,text/plain"
          busy={work.busy}
          data-testid="restore-file"
          onFiles={([file]) => void choose(file)}
        />
      )}
      {work.error && <Notice tone="error">{work.error}</Notice>}
      {report && <RestoreReport report={report} />}
    </Card>
  )
}
