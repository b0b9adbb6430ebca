import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { emptyDocument, type VaultDocument } from '@/utils/vault/document'
import type { FileAccess } from './format'
import { toPayload } from './formats/sixpence-payload'
import { writePlain, writeSealed } from './formats/sixpence-writer'
import type { ParsedBackup } from './parsed-backup'
import { parseRecognized, recognize } from './registry'
import { sameJson } from './same-json'
import { toAccount } from './to-account'

/**
 * A sealed backup of `document`, opened again and held against it before it is given out. Throws
 * `password-empty`, `kdf-failed`, `backup-mismatch`.
 */
export async function writeBackup(
  document: VaultDocument,
  access: FileAccess,
  nowMs: number,
): Promise<Bytes> {
  const bytes = await writeSealed(document, access, nowMs)
  await readBack(bytes, document, access)
  return bytes
}

/** The same in the clear. Throws `backup-mismatch`. */
export async function writePlainBackup(document: VaultDocument): Promise<Bytes> {
  const bytes = writePlain(document)
  const noAccess: FileAccess = {
    password: '',
    deriveKek: () => Promise.reject(new AppError('backup-mismatch')),
  }
  await readBack(bytes, document, noAccess)
  return bytes
}

/** A backup that does not bring back all that it was made of is none. */
async function readBack(bytes: Bytes, document: VaultDocument, access: FileAccess): Promise<void> {
  const parsed = await parseRecognized(recognize(bytes), access)
  const whole =
    parsed.problems.length === 0 && sameJson(toPayload(restoredFrom(parsed)), toPayload(document))
  if (!whole) throw new AppError('backup-mismatch')
}

/** What was read, and nothing that was not. */
function restoredFrom({ entries, unsupported, settings, extra }: ParsedBackup): VaultDocument {
  return {
    ...extra,
    ...emptyDocument,
    accounts: entries.map((entry) => toAccount(entry, entry.id ?? '', 0)),
    unsupported: unsupported.map(({ raw }) => ({ ...raw, id: String(raw['id']) })),
    settings: settings ?? emptyDocument.settings,
  }
}
