import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import type { VaultDocument } from '@/utils/vault/document'
import { aegis as reader } from '../formats/aegis'
import { readImportFile } from '../import-file'
import { sameJson } from '../same-json'
import { type AegisContent, aegis, toAegisContent } from './aegis-content'
import { type AegisAccess, plainAegisFile, sealedAegisFile } from './aegis-file'
import { codeFacts } from './code-facts'
import { carried } from './losses'

/**
 * A file for Aegis that anybody can read, read again before it is given out. For `newId` see
 * `toAegisContent`. Throws `backup-mismatch`.
 */
export async function writePlainAegis(
  document: VaultDocument,
  newId: () => string,
): Promise<Bytes> {
  const content = toAegisContent(document, newId)
  const bytes = plainAegisFile(content)
  await readBack(bytes, document, content)
  return bytes
}

/** The same under a password. Throws `password-empty`, `kdf-failed`, `backup-mismatch`. */
export async function writeSealedAegis(
  document: VaultDocument,
  access: AegisAccess,
  newId: () => string,
): Promise<Bytes> {
  const content = toAegisContent(document, newId)
  await readBack(plainAegisFile(content), document, content)
  return await sealedAegisFile(content, access, newId)
}

/** Every entry must be there again, those for Aegis alone too, and every account's codes the same. */
async function readBack(
  plain: Bytes,
  document: VaultDocument,
  { entries }: AegisContent,
): Promise<void> {
  const noKey = () => Promise.reject(new AppError('backup-mismatch'))
  const access = { password: '', deriveKek: noKey }
  const found = await reader.parse(readImportFile(plain), access)
  const isWhole =
    found.problems.length === 0 &&
    found.entries.length + found.unsupported.length === entries.length &&
    sameJson(found.entries.map(codeFacts), carried(document, aegis).map(codeFacts))
  if (!isWhole) throw new AppError('backup-mismatch')
}
