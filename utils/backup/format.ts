import type { DeriveKek } from '@/utils/vault/vault'
import type { ImportFile } from './import-file'
import type { ParsedBackup } from './parsed-backup'

/** What takes long while a file is opened. */
export interface ImportStep {
  /** `key`: the password is turned into a key; `reading`: what was opened is taken apart. */
  readonly kind: 'key' | 'reading'
  /** Memory that the file's own settings ask for; 0 where it is not worth telling. */
  readonly mebibytes: number
}

/** What opens a file that is sealed; not used for others. */
export interface FileAccess {
  readonly password: string
  /** For our own files. */
  readonly deriveKek: DeriveKek
  /** Told before each step that may take long. */
  readonly onStep?: (step: ImportStep) => void
  /** Looked at between steps: `import-cancelled` is thrown once it is aborted. */
  readonly signal?: { readonly aborted: boolean }
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
   * Everything the file holds. Throws `file-damaged`, `file-newer`, `file-too-large`, what says why
   * a kind of file can never be read, and for sealed files `password-empty`, `password-wrong`,
   * `password-or-file` where the format cannot tell, `kdf-refused`, `kdf-failed`.
   */
  parse(file: ImportFile, access: FileAccess): Promise<ParsedBackup>
}
