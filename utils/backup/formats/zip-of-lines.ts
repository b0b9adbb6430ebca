import type { Bytes } from '@/utils/bytes/bytes'
import { fromUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat } from '../format'
import type { ParsedBackup } from '../parsed-backup'
import { joined } from '../read/collect'
import { isZip, readDirectory } from '../read/zip/directory'
import { readMember } from '../read/zip/member'
import { hasUriLine } from './otpauth-list'
import { readUriLines } from './uri-lines'
import { membersOf } from './zip-format'

/** More files than any such zip has. */
const maxFiles = 20

/**
 * Any other zip: WinAuth's and Authenticator Plus' hold text with a URI a line. Throws
 * `file-unknown` for what holds none, `file-pgp` for Proton Pass' sealed one.
 */
export const zipOfLines: BackupFormat = {
  id: 'zip',
  matches: ({ bytes }) => isZip(bytes),
  isEncrypted: ({ bytes }) => membersOf(bytes).some(({ cipher }) => cipher !== 'none'),
  async parse({ bytes }, access) {
    const members = readDirectory(bytes)
    if (members === null) throw new AppError('file-damaged')
    if (members.some(({ name }) => /\.(?:pgp|gpg|asc|age)$/i.test(name)))
      throw new AppError('file-pgp')
    if (members.length > maxFiles) throw new AppError('file-unknown')
    const parts: ParsedBackup[] = []
    for (const member of members) {
      const text = textOf(await readMember(bytes, member, access))
      if (text !== null && hasUriLine(text)) parts.push(await readUriLines(text))
    }
    if (parts.length === 0) throw new AppError('file-unknown')
    return joined(parts)
  },
}

function textOf(content: Bytes): string | null {
  try {
    return fromUtf8(content).replace(/^\ufeff/, '')
  } catch {
    return null
  }
}
