import type { BackupFormat } from '../format'
import { isKdbx } from './kdbx/header'

/** KeePass 2 databases, versions 3.1 and 4. What reads them is loaded when there is one. */
export const kdbx: BackupFormat = {
  id: 'kdbx',
  matches: ({ bytes }) => isKdbx(bytes),
  isEncrypted: () => true,
  async parse(file, access) {
    const { readKdbx } = await import('./kdbx/index')
    return await readKdbx(file, access)
  },
}
