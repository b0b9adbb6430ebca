import { AppError, type ErrorCode, type ErrorDetail } from '@/utils/errors/app-error'
import { fromOtpauthUri, looksLikeOtpauth } from '@/utils/otp/from-otpauth-uri'
import type { OtpauthWarning } from '@/utils/otp/otpauth-warning'
import type { OtpAccount } from '@/utils/otp/parameters'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { findDuplicate, findNamesakes } from '@/utils/vault/duplicates'

/** A set-up code on the page, beside what the vault has already. */
export interface FoundAccount {
  readonly kind: 'account'
  readonly account: OtpAccount
  readonly warnings: readonly OtpauthWarning[]
  /** Holds the same secret: there is nothing to save. */
  readonly saved: Account | null
  /** Has the same name and another secret: the site may have given a new one. */
  readonly namesake: Account | null
}

/** What one code on the page says. */
export type Found =
  | FoundAccount
  /** The export of another authenticator. */
  | { readonly kind: 'export' }
  /** Means to be a set-up code and cannot be read. */
  | { readonly kind: 'broken'; readonly code: ErrorCode; readonly detail: ErrorDetail }
  /** A web address: shown as text, never opened. */
  | { readonly kind: 'link'; readonly text: string }
  /** Something else: a ticket, a contact, a Wi-Fi password. */
  | { readonly kind: 'other' }

/** The signature of `readFound`. */
export type ReadFound = typeof readFound

const order: readonly Found['kind'][] = ['account', 'export', 'broken', 'link', 'other']

/** What the codes on a page say, set-up codes first. `document` is null while the vault is locked. */
export function readFound(
  payloads: readonly string[],
  document: VaultDocument | null,
): readonly Found[] {
  return payloads
    .map((payload) => readPayload(payload, document))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

function readPayload(payload: string, document: VaultDocument | null): Found {
  if (/^\s*otpauth-migration:/i.test(payload)) return { kind: 'export' }
  if (!looksLikeOtpauth(payload)) return readOther(payload)
  try {
    const { account, warnings } = fromOtpauthUri(payload)
    return compare(account, warnings, document)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { kind: 'broken', code: error.code, detail: error.detail }
  }
}

/** A read account beside what the vault has already. */
export function compare(
  account: OtpAccount,
  warnings: readonly OtpauthWarning[],
  document: VaultDocument | null,
): FoundAccount {
  const saved = document && findDuplicate(document, account)
  const namesake = document && !saved ? (findNamesakes(document, account)[0] ?? null) : null
  return { kind: 'account', account, warnings, saved, namesake }
}

function readOther(payload: string): Found {
  return /^\s*[a-z][a-z0-9+.-]*:\/\/\S/i.test(payload)
    ? { kind: 'link', text: payload.trim() }
    : { kind: 'other' }
}
