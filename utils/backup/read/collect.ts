import { AppError } from '@/utils/errors/app-error'
import { maxEntries } from '../import-file'
import type { ImportedEntry, ImportProblem, ParsedBackup, UnsupportedEntry } from '../parsed-backup'

/** What one record of a file gives: an item of a password manager may hold several codes, or none. */
export type ReadRecord =
  | ImportedEntry
  | UnsupportedEntry
  | readonly (ImportedEntry | UnsupportedEntry)[]

/** A record beside what it may be called by where it cannot be read. */
interface Reader<T> {
  readonly read: (record: T) => ReadRecord | Promise<ReadRecord>
  /** For people. May be ''; never a secret. */
  readonly titleOf?: (record: T) => string
}

/** Nothing at all. */
export const emptyBackup: ParsedBackup = {
  entries: [],
  unsupported: [],
  problems: [],
  settings: null,
  extra: {},
}

/**
 * Reads records one after the other; one that cannot be read becomes a problem with its place,
 * counted from 1, and stops no other. Throws `file-too-large`, and what is no AppError.
 */
export async function collect<T>(
  records: readonly T[],
  { read, titleOf = () => '' }: Reader<T>,
): Promise<ParsedBackup> {
  if (records.length > maxEntries) throw new AppError('file-too-large')
  const entries: ImportedEntry[] = []
  const unsupported: UnsupportedEntry[] = []
  const problems: ImportProblem[] = []
  for (const [index, record] of records.entries()) {
    try {
      const given = await read(record)
      for (const each of [given].flat()) {
        if ('parameters' in each) entries.push(each)
        else unsupported.push(each)
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { code, detail } = error
      problems.push({ position: index + 1, title: titleOf(record), code, detail })
    }
  }
  return { ...emptyBackup, entries, unsupported, problems }
}

/** Several readings as one. */
export function joined(parts: readonly ParsedBackup[]): ParsedBackup {
  return {
    ...emptyBackup,
    entries: parts.flatMap(({ entries }) => entries),
    unsupported: parts.flatMap(({ unsupported }) => unsupported),
    problems: parts.flatMap(({ problems }) => problems),
  }
}
