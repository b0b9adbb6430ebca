import type { Bytes } from '@/utils/bytes/bytes'

/** How a member is encrypted. */
export type ZipCipher = 'none' | 'zipcrypto' | 'aes' | 'unknown'

/** A member of a zip as its central directory tells (APPNOTE 6.3.10 section 4.3.12). */
export interface ZipMember {
  readonly name: string
  /** 0: stored, 8: deflated. */
  readonly method: number
  readonly cipher: ZipCipher
  /** Key size of WinZip's AES: 1 to 3 for 128 to 256 bits. */
  readonly aesStrength: number
  /** WinZip's AE-2 says no checksum. */
  readonly hasCrc: boolean
  readonly crc: number
  /** What ZipCrypto's header ends with. */
  readonly checkByte: number
  readonly packedBytes: number
  readonly sizeBytes: number
  /** Where the packed bytes begin. */
  readonly start: number
}

const endSignature = 0x06054b50
const memberSignature = 0x02014b50
const localSignature = 0x04034b50
const endSizeBytes = 22
const longestComment = 0xffff
const maxMembers = 10_000

/** Whether bytes begin as a zip. */
export function isZip(bytes: Bytes): boolean {
  return bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === localSignature
}

/** The members that are files, null where the directory is damaged or missing. */
export function readDirectory(bytes: Bytes): readonly ZipMember[] | null {
  const view = viewOf(bytes)
  const end = findEnd(view)
  if (end < 0) return null
  const count = view.getUint16(end + 10, true)
  let offset = view.getUint32(end + 16, true)
  if (count > maxMembers) return null
  const members: ZipMember[] = []
  for (let index = 0; index < count; index += 1) {
    const isWhole = offset + 46 <= bytes.length && view.getUint32(offset, true) === memberSignature
    const member = isWhole ? readMember(bytes, view, offset) : null
    if (member === null) return null
    if (!member.name.endsWith('/')) members.push(member)
    offset += 46 + [28, 30, 32].reduce((sum, at) => sum + view.getUint16(offset + at, true), 0)
  }
  return members
}

function findEnd(view: DataView): number {
  const least = Math.max(0, view.byteLength - endSizeBytes - longestComment)
  for (let offset = view.byteLength - endSizeBytes; offset >= least; offset -= 1) {
    if (view.getUint32(offset, true) === endSignature) return offset
  }
  return -1
}

function readMember(bytes: Bytes, view: DataView, offset: number): ZipMember | null {
  const nameEnd = offset + 46 + view.getUint16(offset + 28, true)
  const extraEnd = nameEnd + view.getUint16(offset + 30, true)
  const packedBytes = view.getUint32(offset + 20, true)
  const start = startOf(view, view.getUint32(offset + 42, true))
  if (extraEnd > bytes.length || start < 0 || start + packedBytes > bytes.length) return null
  const flags = view.getUint16(offset + 8, true)
  const stated = view.getUint16(offset + 10, true)
  const aes = findAes(view, nameEnd, extraEnd)
  const crc = view.getUint32(offset + 16, true)
  return {
    name: new TextDecoder().decode(bytes.slice(offset + 46, nameEnd)),
    method: aes?.method ?? stated,
    cipher: cipherOf(flags, stated, aes !== null),
    aesStrength: aes?.strength ?? 0,
    hasCrc: aes?.version !== 2,
    crc,
    // With sizes after the data the checksum was not known yet: the time takes its place.
    checkByte: flags & 8 ? view.getUint16(offset + 12, true) >>> 8 : crc >>> 24,
    packedBytes,
    sizeBytes: view.getUint32(offset + 24, true),
    start,
  }
}

function cipherOf(flags: number, method: number, isAes: boolean): ZipCipher {
  if ((flags & 1) === 0) return 'none'
  if (method === 99) return isAes ? 'aes' : 'unknown'
  return flags & 0x40 ? 'unknown' : 'zipcrypto'
}

/** Behind the local header, whose name and extra field have lengths of their own. */
function startOf(view: DataView, local: number): number {
  const isWhole = local + 30 <= view.byteLength && view.getUint32(local, true) === localSignature
  return isWhole
    ? local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    : -1
}

/** WinZip's extra field (winzip.com/aes_info, section II.D). */
function findAes(view: DataView, start: number, end: number) {
  for (let offset = start; offset + 4 <= Math.min(end, view.byteLength); ) {
    const sizeBytes = view.getUint16(offset + 2, true)
    if (view.getUint16(offset, true) === 0x9901 && sizeBytes >= 7 && offset + 11 <= end) {
      return {
        version: view.getUint16(offset + 4, true),
        strength: view.getUint8(offset + 8),
        method: view.getUint16(offset + 9, true),
      }
    }
    offset += 4 + sizeBytes
  }
  return null
}

function viewOf(bytes: Bytes): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
