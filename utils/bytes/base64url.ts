import { base64urlnopad } from '@scure/base'
import type { ErrorCode } from '@/utils/errors/app-error'
import type { Bytes } from './bytes'
import { decodeStrictly } from './strict'

/** Unpadded base64url of `bytes` (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return base64urlnopad.encode(bytes)
}

/**
 * The bytes of unpadded base64url (RFC 4648 section 5), in its one canonical spelling. Throws an
 * AppError with `code`, which the caller chooses.
 */
export function fromBase64Url(text: string, code: ErrorCode = 'unexpected'): Bytes {
  return decodeStrictly(code, 'base64url', () => base64urlnopad.decode(text))
}
