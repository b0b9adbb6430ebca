import { bareEntry, type ImportProblem, type ParsedBackup } from '@/utils/backup/parsed-backup'
import type { OtpauthWarning } from '@/utils/otp/otpauth-warning'
import type { OtpAccount } from '@/utils/otp/parameters'
import type { Site } from '@/utils/vault/document'

/** An account as a line or a QR code tells it. */
export interface ReadAccount extends OtpAccount {
  readonly warnings: readonly OtpauthWarning[]
  /** Those typed by hand. */
  readonly sites?: readonly Site[]
}

/** What was pasted or photographed, in the form in which files are reviewed. */
export function parsedFrom(
  accounts: readonly ReadAccount[],
  problems: readonly ImportProblem[],
): ParsedBackup {
  const entries = accounts.map((account) => ({ ...bareEntry, ...account }))
  return { entries, unsupported: [], problems, settings: null, extra: {} }
}
