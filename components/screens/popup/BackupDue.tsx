import { useEffect, useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { backupText } from '@/components/screens/backup-text'
import { Button } from '@/components/ui/Button'
import { Icon } from '@/components/ui/Icon'
import type { BackupNotes } from '@/utils/storage/backup-notes'
import styles from './BackupDue.module.css'
import { useServices } from './services'

/** Says so when it is time for a backup, below the codes. */
export function BackupDue() {
  const { model, now, backupNotes, openManage } = useServices()
  const [notes, setNotes] = useState<BackupNotes | null>(null)
  useEffect(() => {
    let wanted = true
    backupNotes().then(
      (read) => wanted && setNotes(read),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [backupNotes])
  const text = notes && backupText(notes, notes.vaultId !== null, model.accounts.value, now())
  if (!text) return null
  return (
    <p class={styles.line} role="status" data-testid="backup-due">
      <Icon name="backup" />
      <span>{text}</span>
      <Button variant="bare" data-testid="backup-now" onClick={() => openManage('#/backup')}>
        {t('backup_due_do')}
      </Button>
    </p>
  )
}
