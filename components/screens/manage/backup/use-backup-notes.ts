import { useEffect, useState } from 'preact/hooks'
import type { BackupNotes } from '@/utils/storage/backup-notes'
import { useServices } from '../services'

/** What is known of the backups of the vault that is open. */
export interface KnownBackups {
  readonly notes: BackupNotes
  /** Whether they are written for this vault: they may be on for one that is gone. */
  readonly isOn: boolean
}

/** The notes, kept up to date; null until they are known. */
export function useBackupNotes(): KnownBackups | null {
  const { backups } = useServices()
  const [known, setKnown] = useState<KnownBackups | null>(null)
  useEffect(() => {
    let wanted = true
    const look = async () => {
      const [notes, vaultId] = await Promise.all([backups.notes.read(), backups.vaultId()])
      const isOn = notes.vaultId !== null && notes.vaultId === vaultId
      if (wanted) setKnown({ notes, isOn })
    }
    const follow = () => void look().catch(() => undefined)
    follow()
    const stop = backups.notes.watch(follow)
    return () => {
      wanted = false
      stop()
    }
  }, [backups])
  return known
}
