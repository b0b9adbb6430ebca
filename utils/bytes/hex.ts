import { hex } from '@scure/base'
import type { ErrorCode } from '@/utils/errors/app-error'
import type { Bytes } from './bytes'
import { decodeStrictly } from './strict'

/** Lower-case hexadecimal of `bytes` (RFC 4648 section 8). */
export function toHex(bytes: Uint8Array): string {
  return hex.encode(bytes)
}

/** The bytes of hexadecimal in either case. Throws an AppError with `code`. */
export function fromHex(text: string, code: ErrorCode = 'unexpected'): Bytes {
  return decodeStrictly(code, 'hex', () => hex.decode(text.toLowerCase()))
}
