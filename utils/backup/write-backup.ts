import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { emptyDocument, type VaultDocument } from '@/utils/vault/document'
import type { FileAccess } from './format'
import { toPayload } from './formats/sixpence-payload'
import { writePlain, writeSealed } from './formats/sixpence-writer'
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
  const { entries, unsupported, problems, extra } = await parseRecognized(recognize(bytes), access)
  const restored: VaultDocument = {
    ...extra,
    ...emptyDocument,
    accounts: entries.map((entry) => toAccount(entry, entry.id ?? '', 0)),
    unsupported: unsupported.map(({ raw }) => ({ ...raw, id: String(raw['id']) })),
    settings: document.settings,
  }
  const whole = problems.length === 0 && sameJson(toPayload(restored), toPayload(document))
  if (!whole) throw new AppError('backup-mismatch')
}
