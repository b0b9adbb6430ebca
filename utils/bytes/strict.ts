import { AppError, type ErrorCode } from '@/utils/errors/app-error'
import type { Bytes } from './bytes'

/**
 * Runs a strict decoder and turns whatever it throws into an AppError with `code`. What the
 * decoder said is dropped: its message may quote the input.
 */
export function decodeStrictly(code: ErrorCode, what: string, decode: () => Uint8Array): Bytes {
  try {
    return new Uint8Array(decode())
  } catch {
    throw new AppError(code, `not ${what}`)
  }
}
