import type { DeriveKek } from '@/utils/vault/vault'
import type { ImportFile } from './import-file'
import type { ParsedBackup } from './parsed-backup'

/** What opens a file that is sealed; not used for others. */
export interface FileAccess {
  readonly password: string
  readonly deriveKek: DeriveKek
}

/** One format of files, told by content alone. */
export interface BackupFormat {
  /** For the interface's sentences: "sixpence", "otpauth-list". */
  readonly id: string
  /** Whether the file claims to be of this format; it may be damaged all the same. */
  matches(file: ImportFile): boolean
  /** Whether parsing needs a password. */
  isEncrypted(file: ImportFile): boolean
  /**
   * Everything the file holds. Throws `file-damaged`, `file-newer`, `file-too-large`, and for
   * sealed files `password-empty`, `password-wrong`, `kdf-refused`, `kdf-failed`.
   */
  parse(file: ImportFile, access: FileAccess): Promise<ParsedBackup>
}
