import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat, FileAccess } from './format'
import { otpauthList } from './formats/otpauth-list'
import { sixpence } from './formats/sixpence'
import { type ImportFile, readImportFile } from './import-file'
import type { ParsedBackup } from './parsed-backup'

/** Every format that can be read, the most telling sign first. */
export const formats: readonly BackupFormat[] = [sixpence, otpauthList]

/** A file whose format is known. */
export interface RecognizedFile {
  readonly file: ImportFile
  readonly format: BackupFormat
  /** Whether a password has to be asked for. */
  readonly isEncrypted: boolean
}

/**
 * Tells the format of a file by its content; its name counts for nothing. Throws `file-empty`,
 * `file-too-large`, `file-unknown`.
 */
export function recognize(bytes: Bytes): RecognizedFile {
  const file = readImportFile(bytes)
  const format = formats.find((candidate) => candidate.matches(file))
  if (format === undefined) throw new AppError('file-unknown')
  return { file, format, isEncrypted: format.isEncrypted(file) }
}

/**
 * Reads a recognized file. Throws what `BackupFormat.parse` throws; whatever else a hostile file
 * brings its reader to throw is `file-damaged`.
 */
export async function parseRecognized(
  { file, format }: RecognizedFile,
  access: FileAccess,
): Promise<ParsedBackup> {
  try {
    return await format.parse(file, access)
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('file-damaged')
  }
}
