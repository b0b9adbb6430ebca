import type { Bytes } from '@/utils/bytes/bytes'
import type { VaultDocument } from '@/utils/vault/document'
import { toAegisContent } from './aegis-content'
import { type AegisAccess, plainAegisFile, sealedAegisFile } from './aegis-file'

/** A file for Aegis that anybody can read. For `newId` see `toAegisContent`. */
export function writePlainAegis(document: VaultDocument, newId: () => string): Bytes {
  return plainAegisFile(toAegisContent(document, newId))
}

/** The same under a password. Throws `password-empty`, `kdf-failed`, `backup-mismatch`. */
export function writeSealedAegis(
  document: VaultDocument,
  access: AegisAccess,
  newId: () => string,
): Promise<Bytes> {
  return sealedAegisFile(toAegisContent(document, newId), access, newId)
}
