import { AppError } from '@/utils/errors/app-error'
import { fromOtpauthUri, type ParsedOtpauth } from '@/utils/otp/from-otpauth-uri'
import { bareEntry, type ImportedEntry, type UnsupportedEntry } from '../parsed-backup'
import { keptUri } from './kept-uri'
import { readStated, type Source } from './stated-entry'

/** What the record around a code says of it. */
export interface Surroundings {
  /** Where the code itself names no issuer. */
  readonly issuer: string
  /** Where the code itself names no account. */
  readonly label: string
  readonly note?: string
  readonly tags?: readonly string[]
  readonly favorite?: boolean
  readonly trashed?: boolean
}

/**
 * The account in the one-time-password field of a password manager: an otpauth URI, `steam://` with
 * a secret, or the bare secret of a TOTP. Throws what `fromOtpauthUri` throws.
 */
export function readOtpText(
  text: string,
  around: Surroundings,
  source: Source,
): ImportedEntry | UnsupportedEntry {
  const trimmed = text.trim()
  if (/^steam:\/\//i.test(trimmed)) {
    return readStated({ ...around, type: 'steam', secret: trimmed.slice(8) }, source)
  }
  if (!/^[a-z][a-z-]*:/i.test(trimmed)) {
    return readStated({ ...around, type: 'totp', secret: trimmed }, source)
  }
  try {
    return fromUri(fromOtpauthUri(trimmed), around)
  } catch (error) {
    const kept = error instanceof AppError ? keptUri(trimmed, error, source) : null
    if (kept === null) throw error
    return kept
  }
}

function fromUri({ account, warnings }: ParsedOtpauth, around: Surroundings): ImportedEntry {
  const { note = '', tags = [], favorite = false, trashed = false } = around
  return {
    ...bareEntry,
    ...account,
    issuer: account.issuer || around.issuer,
    label: account.label || around.label,
    note,
    tags,
    favorite,
    trashed,
    warnings,
  }
}
