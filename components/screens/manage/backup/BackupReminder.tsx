import { t } from '@/components/i18n'
import { backupText } from '@/components/screens/backup-text'
import { Icon } from '@/components/ui/Icon'
import { hrefOf, route } from '../route'
import { useServices } from '../services'
import styles from './BackupReminder.module.css'
import { useBackupNotes } from './use-backup-notes'

/** Says so when it is time for a backup, or when an automatic one could not be written. */
export function BackupReminder() {
  const { model, now } = useServices()
  const known = useBackupNotes()
  if (known === null || route.value === 'backup') return null
  const text = backupText(known.notes, known.isOn, model.accounts.value, now())
  if (text === null) return null
  return (
    <p class={styles.line} role="status" data-testid="backup-due">
      <Icon name="backup" />
      <span>{text}</span>
      <a href={hrefOf('backup')}>{t('backup_due_do')}</a>
    </p>
  )
}
