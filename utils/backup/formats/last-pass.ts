import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat } from '../format'
import { collect } from '../read/collect'
import { readStated, type StatedEntry } from '../read/stated-entry'
import { isObject, listOf, memberOf, momentOf, textOf } from '../read/values'

const id = 'lastpass'
/** What lies in no folder of the user's. */
const ownFolders = [0, 1]

/** LastPass Authenticator: TOTP only. */
export const lastPass: BackupFormat = {
  id,
  matches: ({ json }) =>
    listOf(memberOf(json, 'accounts')).some(
      (account) =>
        memberOf(account, 'issuerName') !== undefined ||
        memberOf(account, 'timeStep') !== undefined,
    ),
  isEncrypted: () => false,
  async parse({ json }) {
    const names = new Map(
      listOf(memberOf(json, 'folders')).map((folder) => [
        memberOf(folder, 'id'),
        textOf(memberOf(folder, 'name')),
      ]),
    )
    return await collect(listOf(memberOf(json, 'accounts')), {
      read: (raw) => readStated(stated(raw, names), { app: id, raw }),
      titleOf: (raw) => textOf(memberOf(raw, 'issuerName')) || textOf(memberOf(raw, 'userName')),
    })
  },
}

function stated(raw: unknown, folders: ReadonlyMap<unknown, string>): StatedEntry {
  if (!isObject(raw)) throw new AppError('file-damaged')
  const folderId = memberOf(raw['folderData'], 'folderId')
  const folder = ownFolders.includes(Number(folderId)) ? undefined : folders.get(folderId)
  return {
    type: 'totp',
    issuer: textOf(raw['issuerName']),
    label: textOf(raw['userName']),
    secret: textOf(raw['secret']),
    algorithm: raw['algorithm'],
    digits: raw['digits'],
    period: raw['timeStep'],
    tags: folder === undefined || folder === '' ? [] : [folder],
    favorite: raw['isFavorite'] === true,
    createdAtMs: inMs(momentOf(raw['creationTimestamp'])),
  }
}

/** iOS counts in seconds, Android in ms; the year 2286 parts them. */
function inMs(moment: number | null): number | null {
  return moment !== null && moment < 10_000_000_000 ? moment * 1000 : moment
}
