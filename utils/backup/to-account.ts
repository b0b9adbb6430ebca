import type { Account } from '@/utils/vault/document'
import type { ImportedEntry } from './parsed-backup'

/** The account of an entry; moments that the file does not tell are `nowMs`. */
export function toAccount(entry: ImportedEntry, id: string, nowMs: number): Account {
  const { issuer, label, parameters, note, favorite, deletedAtMs, enrolment, recoveryCodes } = entry
  return {
    id,
    issuer,
    label,
    parameters,
    note,
    sites: [...entry.sites],
    tags: [...entry.tags],
    favorite,
    createdAtMs: entry.createdAtMs ?? nowMs,
    updatedAtMs: entry.updatedAtMs ?? nowMs,
    deletedAtMs,
    ...(enrolment === undefined ? {} : { enrolment }),
    ...(recoveryCodes.length === 0 ? {} : { recoveryCodes: [...recoveryCodes] }),
    ...(Object.keys(entry.x).length === 0 ? {} : { x: entry.x }),
  }
}
