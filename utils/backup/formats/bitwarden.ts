import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat } from '../format'
import { collect } from '../read/collect'
import { readOtpText } from '../read/otp-text'
import { hasMembers, listOf, memberOf, textOf, textsOf } from '../read/values'
import { openBitwarden } from './bitwarden-sealed'

const id = 'bitwarden'

/**
 * Bitwarden's JSON: a vault, an organization's, Bitwarden Authenticator's, and the one under a
 * password of its own. The one that only an account opens throws `file-account-restricted`.
 */
export const bitwarden: BackupFormat = {
  id,
  matches: ({ json }) =>
    memberOf(json, 'encrypted') === true ||
    (Array.isArray(memberOf(json, 'items')) &&
      // Older exports do not say that they are plain.
      ['encrypted', 'folders', 'collections'].some((name) => hasMembers(json, name))),
  isEncrypted: ({ json }) =>
    memberOf(json, 'encrypted') === true && memberOf(json, 'passwordProtected') === true,
  async parse({ json }, access) {
    const isSealed = memberOf(json, 'encrypted') === true
    if (isSealed && memberOf(json, 'passwordProtected') !== true) {
      throw new AppError('file-account-restricted')
    }
    return await readVault(isSealed ? await openBitwarden(json, access) : json)
  },
}

async function readVault(vault: unknown) {
  const items = memberOf(vault, 'items')
  if (!Array.isArray(items)) throw new AppError('file-damaged')
  const folders = [...listOf(memberOf(vault, 'folders')), ...listOf(memberOf(vault, 'collections'))]
  const names = new Map(
    folders.map((folder) => [textOf(memberOf(folder, 'id')), textOf(memberOf(folder, 'name'))]),
  )
  return await collect(items, {
    read: (item) => readItem(item, names),
    titleOf: (item) => textOf(memberOf(item, 'name')),
  })
}

/** Nothing for items without a one-time password. */
function readItem(item: unknown, names: ReadonlyMap<string, string>) {
  const login = memberOf(item, 'login')
  const totp = textOf(memberOf(login, 'totp'))
  if (totp.trim() === '') return []
  const places = [textOf(memberOf(item, 'folderId')), ...textsOf(memberOf(item, 'collectionIds'))]
  const around = {
    issuer: textOf(memberOf(item, 'name')),
    label: textOf(memberOf(login, 'username')),
    note: textOf(memberOf(item, 'notes')),
    tags: places.flatMap((place) => names.get(place) ?? []),
    favorite: memberOf(item, 'favorite') === true,
    trashed: typeof memberOf(item, 'deletedDate') === 'string',
  }
  return readOtpText(totp, around, { app: id, raw: { name: around.issuer, totp } })
}
