import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { FileDrop } from '@/components/ui/FileDrop'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import { type Drill, drill } from '@/utils/backup/drill'
import { maxFileSizeBytes } from '@/utils/backup/import-file'
import { type RecognizedFile, recognize } from '@/utils/backup/registry'
import { AppError } from '@/utils/errors/app-error'
import { useServices } from '../services'
import { DrillResult } from './DrillResult'
import { type Opening, RestorePassword } from './RestorePassword'

/** A file that was chosen. */
interface Chosen {
  readonly name: string
  readonly recognized: RecognizedFile
}

/** Rehearses a restore: what the file would bring back. Nothing is written. */
export function DrillCard() {
  const { vault, readBackup, now } = useServices()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [result, setResult] = useState<Drill | null>(null)
  const work = useWork()
  const rehearse = async (recognized: RecognizedFile, password: string, how?: Opening) => {
    const { signal } = new AbortController()
    const options = { signal, onStep: () => undefined, ...how, password }
    // In a worker: a file of another app may ask for a minute's work.
    const { found } = await readBackup(recognized.file.bytes, options)
    setResult(drill(found, await vault.read(now())))
    setChosen(null)
  }
  const choose = (file: File | undefined) =>
    work.run(async () => {
      if (!file) return
      setResult(null)
      // Before anything is read: memory is taken by then.
      if (file.size > maxFileSizeBytes) throw new AppError('file-too-large')
      const recognized = recognize(new Uint8Array(await file.arrayBuffer()))
      if (recognized.isEncrypted) setChosen({ name: file.name, recognized })
      else await rehearse(recognized, '')
    })
  return (
    <Card title={t('drill_title')} text={t('drill_text')}>
      {chosen ? (
        <RestorePassword
          name={chosen.name}
          testId="drill"
          onOpen={(password, how) => rehearse(chosen.recognized, password, how)}
          onDrop={() => setChosen(null)}
        />
      ) : (
        <FileDrop
          label={t('drill_drop')}
          busy={work.busy}
          data-testid="drill-file"
          onFiles={([file]) => void choose(file)}
        />
      )}
      {work.error && <Notice tone="error">{work.error}</Notice>}
      {result && <DrillResult result={result} />}
    </Card>
  )
}
