import type { Bytes } from '@/utils/bytes/bytes'
import { fromHex } from '@/utils/bytes/hex'
import { looseBase64 } from '@/utils/bytes/loose-base64'
import { AppError } from '@/utils/errors/app-error'

/** A JSON object of a foreign file; nothing is known of its members. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a JSON value is an object with members. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The member itself, never one that every object has. */
export function memberOf(object: unknown, name: string): unknown {
  return isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined
}

/** Whether every one of `names` is a member. */
export function hasMembers(value: unknown, ...names: readonly string[]): value is JsonObject {
  return isObject(value) && names.every((name) => Object.hasOwn(value, name))
}

/** A text or a number as text; anything else is ''. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
}

/** The elements of an array, none of anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The texts in an array. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((text) => typeof text === 'string')
}

/** A moment in ms since the epoch; 0 and nonsense are null. */
export function momentOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null
}

/** The number, NaN for anything else: gates refuse it. */
export function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN
}

/** The bytes of base64 in an encrypted file. Throws `file-damaged`. */
export function bytesOfBase64(value: unknown): Bytes {
  const bytes = typeof value === 'string' ? looseBase64(value) : null
  if (bytes === null) throw new AppError('file-damaged', 'not base64')
  return bytes
}

/** The bytes of hexadecimal digits. Throws `file-damaged`. */
export function bytesOfHex(value: unknown): Bytes {
  if (typeof value !== 'string') throw new AppError('file-damaged', 'not hex')
  return fromHex(value.trim(), 'file-damaged')
}

/** The bytes of hexadecimal digits in either case, null if it is none. */
export function looseHex(text: string): Bytes | null {
  return /^\s*(?:[\da-f]{2})*\s*$/i.test(text) ? fromHex(text.trim()) : null
}

/** The bytes of an array of Java's signed bytes. Throws `file-damaged`. */
export function bytesOfSigned(value: unknown): Bytes {
  const isByte = (byte: unknown): byte is number =>
    typeof byte === 'number' && Number.isInteger(byte) && byte >= -128 && byte <= 255
  if (!Array.isArray(value) || !value.every(isByte)) {
    throw new AppError('file-damaged', 'not signed bytes')
  }
  return Uint8Array.from(value, (byte) => byte & 0xff)
}
