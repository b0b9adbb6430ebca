import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat } from '../format'
import type { ParsedBackup } from '../parsed-backup'
import { isZip, readDirectory, type ZipMember } from '../read/zip/directory'
import { readMember } from '../read/zip/member'

/** A format that is one file in a zip. */
interface ZipFormat {
  readonly id: string
  /** Whether that is the name of the file. */
  readonly isMember: (name: string) => boolean
  readonly read: (content: Bytes) => Promise<ParsedBackup>
}

/** Tells the format by the names in the zip's directory. */
export function zipFormat({ id, isMember, read }: ZipFormat): BackupFormat {
  const find = (bytes: Bytes) => membersOf(bytes).find(({ name }) => isMember(name))
  return {
    id,
    matches: ({ bytes }) => find(bytes) !== undefined,
    isEncrypted: ({ bytes }) => (find(bytes)?.cipher ?? 'none') !== 'none',
    async parse({ bytes }, access) {
      const member = find(bytes)
      if (member === undefined) throw new AppError('file-damaged')
      return await read(await readMember(bytes, member, access))
    },
  }
}

/** The files in a zip, none of what is no zip. */
export function membersOf(bytes: Bytes): readonly ZipMember[] {
  return isZip(bytes) ? (readDirectory(bytes) ?? []) : []
}
