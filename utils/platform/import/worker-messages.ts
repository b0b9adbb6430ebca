import type { ImportStep } from '@/utils/backup/format'
import type { ParsedBackup } from '@/utils/backup/parsed-backup'
import type { Bytes } from '@/utils/bytes/bytes'
import type { ErrorCode, ErrorDetail } from '@/utils/errors/app-error'

/** What the worker is asked: to read a file, once. */
export interface ReadRequest {
  readonly bytes: Bytes
  /** '' where none was given. */
  readonly password: string
}

/** What a file is and what it holds. */
export interface ReadFile {
  /** The format's id. */
  readonly format: string
  readonly found: ParsedBackup
}

/** What it answers: any number of steps, then one of the others. */
export type ReadAnswer =
  | { readonly step: ImportStep }
  | { readonly file: ReadFile }
  | { readonly failed: ErrorCode; readonly detail: ErrorDetail }
