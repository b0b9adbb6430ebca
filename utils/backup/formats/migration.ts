import { AppError } from '@/utils/errors/app-error'
import {
  fromMigrationUri,
  type MigratedAccount,
  type MigrationPart,
} from '@/utils/otp/from-migration-uri'
import { parseName } from '@/utils/otp/otpauth-name'
import { encodePercent } from '@/utils/otp/percent'
import type { ParsedBackup } from '../parsed-backup'
import { collect } from '../read/collect'
import { readStated } from '../read/stated-entry'

/** A code of a migration and what it holds. */
export interface ReadPart {
  readonly part: MigrationPart
  readonly found: ParsedBackup
}

/** Reads one code of Google Authenticator's export. Throws `migration-malformed`. */
export async function readMigration(uri: string): Promise<ReadPart> {
  const part = fromMigrationUri(uri)
  const found = await collect(part.accounts, { read, titleOf: (account) => account?.name ?? '' })
  return { part, found }
}

/** The name repeats the issuer; where there is no issuer the name may hold one. */
function read(account: MigratedAccount | null) {
  if (account === null) throw new AppError('migration-malformed')
  const { issuer, label, warnings } = parseName(encodePercent(account.name), account.issuer.trim())
  const { secretBase32: secret, type, algorithm, digits } = account
  if (digits === null) throw new AppError('digits-out-of-range')
  const counter = type === 'hotp' ? account.counter : undefined
  const stated = { type, issuer, label, secret, algorithm, digits, counter, warnings }
  return readStated(stated, { app: 'google', raw: account })
}
