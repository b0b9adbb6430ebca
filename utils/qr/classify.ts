import { AppError, type ErrorCode, type ErrorDetail } from '@/utils/errors/app-error'
import { fromOtpauthUri, looksLikeOtpauth, type ParsedOtpauth } from '@/utils/otp/from-otpauth-uri'

/** What the payload of a code is, for the user to be told. */
export type Payload =
  /** An account, ready for review. */
  | ({ readonly kind: 'otpauth' } & ParsedOtpauth)
  /** An export of Google Authenticator, or a part of one. */
  | { readonly kind: 'migration'; readonly uri: string }
  /** A web address. Shown as text, never opened. */
  | { readonly kind: 'link'; readonly url: string }
  /** It claims to be an account and is not. */
  | { readonly kind: 'broken'; readonly code: ErrorCode; readonly detail: ErrorDetail }
  /** Anything else: a network, a ticket, plain text. */
  | { readonly kind: 'other' }

/** Tells what the `text` of a code is. Never throws an AppError. */
export function classify(text: string): Payload {
  if (/^\s*otpauth-migration:/i.test(text)) return { kind: 'migration', uri: text.trim() }
  if (looksLikeOtpauth(text)) return readAccount(text)
  if (/^\s*https?:\/\//i.test(text)) return { kind: 'link', url: text.trim() }
  return { kind: 'other' }
}

function readAccount(text: string): Payload {
  try {
    return { kind: 'otpauth', ...fromOtpauthUri(text) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { kind: 'broken', code: error.code, detail: error.detail }
  }
}
