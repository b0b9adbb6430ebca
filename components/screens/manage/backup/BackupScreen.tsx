import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { SaveDamaged } from '../shell/SaveDamaged'
import { ScreenFrame } from '../shell/ScreenFrame'
import { AutomaticCard } from './AutomaticCard'
import { DrillCard } from './DrillCard'
import { EmergencySheet } from './EmergencySheet'
import { ExportCard } from './ExportCard'
import { PlainExport } from './PlainExport'
import { RemoveEverything } from './RemoveEverything'
import { RestoreCard } from './RestoreCard'
import { SheetCard } from './SheetCard'

/** Making backups, bringing them back, and removing everything. */
export function BackupScreen() {
  const [onPaper, setOnPaper] = useState(false)
  if (onPaper) return <EmergencySheet onClose={() => setOnPaper(false)} />
  return (
    <ScreenFrame title={t('manage_backup_title')} lead={t('manage_backup_lead')}>
      <ExportCard />
      <AutomaticCard />
      <RestoreCard />
      <DrillCard />
      <SheetCard onOpen={() => setOnPaper(true)} />
      <PlainExport />
      <SaveDamaged />
      <RemoveEverything />
    </ScreenFrame>
  )
}
