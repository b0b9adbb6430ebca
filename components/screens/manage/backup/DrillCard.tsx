import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { FileDrop } from '@/components/ui/FileDrop'
import { Notice } from '@/components/ui/Notice'
import { type Drill, drill } from '@/utils/backup/drill'
import { useServices } from '../services'
import { DrillResult } from './DrillResult'
import { RestorePassword } from './RestorePassword'
import { useBackupFile } from './use-backup-file'

/** Rehearses a restore: what the file would bring back. Nothing is written. */
export function DrillCard() {
  const { vault, now } = useServices()
  const [result, setResult] = useState<Drill | null>(null)
  const file = useBackupFile(
    () => setResult(null),
    async (found) => setResult(drill(found, await vault.read(now()))),
  )
  return (
    <Card title={t('drill_title')} text={t('drill_text')}>
      {file.waiting ? (
        <RestorePassword testId="drill" file={file.waiting} />
      ) : (
        <FileDrop
          label={t('drill_drop')}
          busy={file.busy}
          data-testid="drill-file"
          onFiles={([chosen]) => file.choose(chosen)}
        />
      )}
      {file.error && <Notice tone="error">{file.error}</Notice>}
      {result && <DrillResult result={result} />}
    </Card>
  )
}
