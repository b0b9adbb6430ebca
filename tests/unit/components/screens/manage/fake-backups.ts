import type { BackupServices } from '@/components/screens/manage/backup/backup-services'
import { runScrypt } from '@/utils/platform/kdf/scrypt'
import { type BackupNotes, noNotes } from '@/utils/storage/backup-notes'

/** Backups with their notes in memory; nothing is written anywhere. `over` replaces parts. */
export function fakeBackups(over: Partial<BackupServices> = {}): BackupServices {
  let notes: BackupNotes = noNotes
  const listeners = new Set<() => void>()
  return {
    notes: {
      read: async () => notes,
      update: async (change) => {
        notes = change(notes)
        for (const listener of listeners) listener()
      },
      watch: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    vaultId: async () => 'a-vault',
    request: async () => true,
    forgo: async () => true,
    turn: async () => undefined,
    deriveScrypt: (password, salt, cost) => runScrypt({ password, salt, ...cost }),
    newBatchId: () => 7,
    print: () => undefined,
    ...over,
  }
}
