import type { Bytes } from '@/utils/bytes/bytes'
import { AppError, type ErrorCode } from '@/utils/errors/app-error'
import type { BackupFormat } from '../format'
import type { ImportFile } from '../import-file'
import { isPreferences } from './free-otp'

/** A kind of file that can never be read: its code says why, and what to do instead. */
function refused(
  id: string,
  code: ErrorCode,
  matches: (file: ImportFile) => boolean,
): BackupFormat {
  return {
    id,
    matches,
    isEncrypted: () => false,
    parse: () => Promise.reject(new AppError(code)),
  }
}

/** PGP and age: their programs open them, here nothing can. */
export const pgp = refused('pgp', 'file-pgp', ({ bytes, text }) => {
  const head = text?.trimStart().slice(0, 64) ?? ''
  const isArmoured = /^-----BEGIN (?:PGP MESSAGE|AGE ENCRYPTED FILE)-----/.test(head)
  return isArmoured || startsWith(bytes, 'age-encryption.org/') || isPgpPacket(bytes)
})

/** SQLite: what Microsoft's, Google's and other authenticators keep on the phone. */
export const phoneDatabase = refused('phone-database', 'file-phone-database', ({ bytes }) =>
  startsWith(bytes, 'SQLite format 3\0'),
)

/** Authy's preferences off a rooted phone. */
export const authy = refused(
  'authy',
  'file-authy',
  ({ text }) => text !== null && isPreferences(text) && text.includes('com.authy.storage'),
)

/** KeePass 1 and the drafts of KeePass 2. */
export const keePassOld = refused('keepass-old', 'file-older', ({ bytes }) => {
  const [a, b, c, d, last, ...rest] = bytes.subarray(0, 8)
  const isKeePass = a === 0x03 && b === 0xd9 && c === 0xa2 && d === 0x9a
  const isOld = last === 0x65 || last === 0x66
  return isKeePass && isOld && rest.join() === [0xfb, 0x4b, 0xb5].join()
})

function startsWith(bytes: Bytes, text: string): boolean {
  return [...text].every((character, index) => bytes[index] === character.charCodeAt(0))
}

/**
 * A public-key or symmetric-key session packet at the start (RFC 9580 section 4.2), of the version
 * and the algorithms that are in use.
 */
function isPgpPacket(bytes: Bytes): boolean {
  const [tag = 0, ...rest] = bytes.subarray(0, 8)
  const type = tag & 0x40 ? tag & 0x3f : (tag >>> 2) & 0x0f
  const isPacket = (tag & 0x80) !== 0 && (type === 1 || type === 3)
  const lengthBytes = tag & 0x40 ? 1 : [1, 2, 4, 0][tag & 3]
  const version = rest[lengthBytes ?? 0]
  return (
    isPacket &&
    (type === 1 ? version === 3 && (rest[0] ?? 0) < 16 : version === 4 && (rest[0] ?? 0) < 64)
  )
}
