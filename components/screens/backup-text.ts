import { errorText, t } from '@/components/i18n'
import { type BackupDue, backupDue } from '@/utils/backup/backup-due'
import type { BackupNotes } from '@/utils/storage/backup-notes'
import type { Account } from '@/utils/vault/document'

/** When the newest backup was made, by hand or by itself; null where there is none. */
function newestBackupMs({ writtenAtMs, byHandMs }: BackupNotes): number | null {
  const moments = [writtenAtMs, byHandMs].filter((moment) => moment !== null)
  return moments.length === 0 ? null : Math.max(...moments)
}

/** Why something is to be done for the backups; null where nothing is. `isOn`: by themselves. */
export function backupText(
  notes: BackupNotes,
  isOn: boolean,
  accounts: readonly Account[],
  nowMs: number,
): string | null {
  if (isOn && notes.failure !== null) return errorText(notes.failure)
  const due = backupDue(accounts, newestBackupMs(notes), nowMs)
  return due && dueText(due)
}

function dueText(due: BackupDue): string {
  switch (due.why) {
    case 'never':
      return t('backup_due_never')
    case 'old':
      return t('backup_due_old', due.days)
    case 'newer-accounts':
      return due.count === 1 ? t('backup_due_newer_one') : t('backup_due_newer', due.count)
  }
}
