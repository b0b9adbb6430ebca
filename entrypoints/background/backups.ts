import { onAlarm, setAlarm } from '@/utils/platform/alarms'
import { sleep } from '@/utils/platform/awake'
import { tidyDownloads, writeDownload } from '@/utils/platform/downloads'
import { createBackupNotes } from '@/utils/storage/backup-notes'
import { createGenerationStore } from '@/utils/storage/generation-store'
import { createHighWater } from '@/utils/storage/high-water'
import { exclusively, whileBusy } from '@/utils/storage/locks'
import { type AutomaticBackup, createAutomaticBackup } from './automatic-backup'
import { isSound } from './sound'
import { session } from './vaults'

const alarm = 'automatic-backup'

/** Automatic backups, which follow every save from now on; what was missed is caught up with. */
export function followSaves(): AutomaticBackup {
  const store = createGenerationStore()
  const backup = createAutomaticBackup({
    notes: createBackupNotes(),
    newest: store.newest,
    isSound: (sealed) => isSound(sealed, { session, sleep }),
    write: writeDownload,
    tidy: tidyDownloads,
    now: () => Date.now(),
    sleep,
    exclusively,
    undisturbed: whileBusy,
    setAlarm: (atMs) => setAlarm(alarm, atMs),
  })
  const catchUp = () => void backup.catchUp()
  createHighWater().watchOthers(catchUp)
  onAlarm(alarm, catchUp)
  catchUp()
  return backup
}
