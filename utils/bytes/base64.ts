import { base64 } from '@scure/base'
import type { ErrorCode } from '@/utils/errors/app-error'
import type { Bytes } from './bytes'
import { decodeStrictly } from './strict'

/** Padded base64 of `bytes` (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  return base64.encode(bytes)
}

/**
 * The bytes of padded base64 (RFC 4648 section 4), in its one canonical spelling: no white space,
 * padding present, unused bits zero. Throws an AppError with `code`, which the caller chooses:
 * only it knows whether a vault or a file is damaged.
 */
export function fromBase64(text: string, code: ErrorCode = 'unexpected'): Bytes {
  return decodeStrictly(code, 'base64', () => base64.decode(text))
}
