import {
  type MigrationPart,
  refusedByMigration,
  toMigrationUris,
} from '@/utils/otp/to-migration-uris'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { type Carrier, carried, lossesOf } from './losses'

/** QR codes as Google Authenticator shows and reads them. */
export const googleMigration: Carrier = {
  refuses: refusedByMigration,
  refusesEntry: () => 'kind',
  drops: ['note', 'sites', 'tags', 'favorite', 'recovery', 'other'],
  bendsName: ({ issuer, label }) => isBent(issuer) || isBent(label),
}

/** What the series would not hold. */
export function googleMigrationLosses(document: VaultDocument) {
  return lossesOf(document, googleMigration)
}

/**
 * What the codes of the series say, one after the other; none where nothing can be carried. For
 * `batchId` see `toMigrationUris`.
 */
export function writeGoogleMigration(
  document: VaultDocument,
  batchId: number,
): readonly MigrationPart[] {
  const accounts: readonly Account[] = carried(document, googleMigration)
  return toMigrationUris(accounts, batchId)
}

/** Readers drop white space around names, and no UTF-8 holds half a character. */
function isBent(name: string): boolean {
  return name.trim() !== name || /\p{Surrogate}/u.test(name)
}
