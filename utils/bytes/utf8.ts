import { AppError, type ErrorCode } from '@/utils/errors/app-error'
import type { Bytes } from './bytes'

/** The UTF-8 bytes of `text`; a lone surrogate becomes U+FFFD. */
export function toUtf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/**
 * The text of UTF-8 `bytes`, a leading byte order mark included. Ill-formed bytes are never
 * replaced: they throw an AppError with `code`, which the caller chooses.
 */
export function fromUtf8(bytes: Uint8Array, code: ErrorCode = 'unexpected'): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new AppError(code, 'not utf-8')
  }
}
