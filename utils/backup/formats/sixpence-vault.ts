import * as v from 'valibot'
import { wipe } from '@/utils/bytes/wipe'
import { AppError, type ErrorCode, toErrorCode } from '@/utils/errors/app-error'
import type { VaultDocument } from '@/utils/vault/document'
import { openWithPassword } from '@/utils/vault/open-with-password'
import { fromVaultFile } from '@/utils/vault/vault-file'
import type { BackupFormat, FileAccess } from '../format'
import type { ImportFile } from '../import-file'
import { fromPayload, toPayload } from './sixpence-payload'

const outline = v.looseObject({ format: v.literal('sixpence-vault') })

/** How a vault file starts, for one that was cut off and is no JSON any more. */
const opening = /^\s{0,64}\{\s{0,64}"format"\s{0,8}:\s{0,8}"sixpence-vault"/

/** What is called a file here is a vault there. */
const asFile: Partial<Record<ErrorCode, ErrorCode>> = {
  'vault-damaged': 'file-damaged',
  'vault-newer': 'file-newer',
}

/** A save of our vault as a file of its own: what automatic backups are. */
export const sixpenceVault: BackupFormat = {
  id: 'sixpence-vault',
  matches: ({ json, text }) =>
    v.is(outline, json) || (json === undefined && text !== null && opening.test(text)),
  isEncrypted: () => true,
  async parse(file, access) {
    return fromPayload(toPayload(await openVaultFile(file, access)))
  },
}

async function openVaultFile(
  { bytes }: ImportFile,
  { password, deriveKek }: FileAccess,
): Promise<VaultDocument> {
  try {
    const opened = await openWithPassword([fromVaultFile(bytes)], password, deriveKek)
    wipe(opened.dek)
    return opened.document
  } catch (error) {
    const code = asFile[toErrorCode(error)]
    throw code === undefined ? error : new AppError(code)
  }
}
