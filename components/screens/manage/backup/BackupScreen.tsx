import { t } from '@/components/i18n'
import { SaveDamaged } from '../shell/SaveDamaged'
import { ScreenFrame } from '../shell/ScreenFrame'
import { ExportCard } from './ExportCard'
import { PlainExport } from './PlainExport'
import { RemoveEverything } from './RemoveEverything'
import { RestoreCard } from './RestoreCard'

/** Making a backup, bringing one back, and removing everything. */
export function BackupScreen() {
  return (
    <ScreenFrame title={t('manage_backup_title')} lead={t('manage_backup_lead')}>
      <ExportCard />
      <RestoreCard />
      <PlainExport />
      <SaveDamaged />
      <RemoveEverything />
    </ScreenFrame>
  )
}
