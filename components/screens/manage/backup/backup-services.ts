import type { DeriveScrypt } from '@/utils/backup/writers/aegis-file'
import type { BackupNotesStore } from '@/utils/storage/backup-notes'

/** What the backup screen needs from the outside. */
export interface BackupServices {
  readonly notes: BackupNotesStore
  /** The id of the vault there is; null where there is none. */
  readonly vaultId: () => Promise<string | null>
  /**
   * Asks for the folder for downloads. Straight from a click: it shows the browser's prompt before
   * it returns.
   */
  readonly request: () => Promise<boolean>
  /** Gives that permission back. */
  readonly forgo: () => Promise<boolean>
  /** Switches automatic backups on and writes the first, or off. Throws why it was not written. */
  readonly turn: (on: boolean) => Promise<void>
  readonly deriveScrypt: DeriveScrypt
  /** A number that marks a series of QR codes: 1 to 2^31 - 1. */
  readonly newBatchId: () => number
  /** Opens the browser's dialog for printing the page. */
  readonly print: () => void
}
