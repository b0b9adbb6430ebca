import { sha256 } from '@noble/hashes/sha2.js'
import type { Bytes } from '@/utils/bytes/bytes'
import { toHex } from '@/utils/bytes/hex'
import { AppError } from '@/utils/errors/app-error'
import { sameBytes } from '../../crypto/hmac-sha256'
import { type ByteReader, createByteReader } from './byte-reader'

/** How the key is worked out. */
export type KdbxKdf =
  | { readonly kind: 'aes'; readonly seed: Bytes; readonly rounds: number }
  | {
      readonly kind: 'argon2d' | 'argon2id'
      readonly salt: Bytes
      /** In KiB. */
      readonly m: number
      readonly t: number
      readonly p: number
    }

/** The outer header of a KDBX file (keepass.info/help/kb/kdbx.html). */
export interface KdbxHeader {
  readonly major: 3 | 4
  readonly cipher: 'aes' | 'chacha20'
  readonly isCompressed: boolean
  readonly masterSeed: Bytes
  readonly iv: Bytes
  readonly kdf: KdbxKdf
  /** Of version 3: what the body starts with, and the key and number of the inner stream. */
  readonly startBytes: Bytes
  readonly streamKey: Bytes
  readonly streamId: number
  /** The header itself, for its HMAC. */
  readonly bytes: Bytes
  /** What follows it and its checksum. */
  readonly body: Bytes
}

type Fields = ReadonlyMap<number, Bytes>

const magic = '03d9a29a67fb4bb5'
const ciphers: Readonly<Record<string, 'aes' | 'chacha20'>> = {
  '31c1f2e6bf714350be5805216afc5aff': 'aes',
  d6038a2b8b6f4cb5a524339a31dbb59a: 'chacha20',
}
const argon2Ids: Readonly<Record<string, 'argon2d' | 'argon2id'>> = {
  ef636ddf8c29444b91f7a9a403e30a0c: 'argon2d',
  '9e298b1956db4773b23dfc3ec6f0a1e6': 'argon2id',
}
const aesKdfIds = ['c9d9f39a628a4460bf740d08c18a4fea', '7c02bb8279a74ac0927d114a00648238']
const argon2Version = 0x13
const maxFields = 64
/** Version 4 has a SHA-256 after the header. */
const checksumBytes = 32

/** Whether bytes are a KeePass 2 database. */
export function isKdbx(bytes: Bytes): boolean {
  return toHex(bytes.subarray(0, 8)) === magic
}

/**
 * Reads the header. Throws `file-damaged`, `file-newer`, `file-older`, `file-cipher-unknown` for
 * Twofish and others, `kdf-refused`.
 */
export function readHeader(file: Bytes): KdbxHeader {
  const reader = createByteReader(file)
  reader.take(8)
  reader.u16()
  const major = reader.u16()
  if (major > 4) throw new AppError('file-newer')
  if (major !== 3 && major !== 4) throw new AppError('file-older')
  const fields = readHeaderFields(reader, major)
  const bytes = file.slice(0, reader.offset())
  const body = reader.rest()
  // Before anything is believed, and long before the key is worked out.
  if (major === 4 && !sameBytes(sha256(bytes), body.subarray(0, checksumBytes))) {
    throw new AppError('file-damaged')
  }
  const cipher = ciphers[toHex(field(fields, 2))]
  if (cipher === undefined) throw new AppError('file-cipher-unknown')
  return {
    major,
    cipher,
    isCompressed: createByteReader(field(fields, 3)).u32() === 1,
    masterSeed: field(fields, 4),
    iv: field(fields, 7),
    kdf: major === 4 ? readKdf(field(fields, 11)) : readOldKdf(fields),
    streamKey: major === 3 ? field(fields, 8) : new Uint8Array(0),
    startBytes: major === 3 ? field(fields, 9) : new Uint8Array(0),
    streamId: major === 3 ? createByteReader(field(fields, 10)).u32() : 0,
    bytes,
    body: body.slice(major === 4 ? checksumBytes : 0),
  }
}

function readHeaderFields(reader: ByteReader, major: 3 | 4): Fields {
  const fields = new Map<number, Bytes>()
  for (let count = 0; count < maxFields; count += 1) {
    const id = reader.u8()
    const value = reader.take(major === 4 ? reader.u32() : reader.u16())
    if (id === 0) return fields
    fields.set(id, value)
  }
  throw new AppError('file-damaged', 'too many header fields')
}

function field(fields: Fields, id: number): Bytes {
  const value = fields.get(id)
  if (value === undefined) throw new AppError('file-damaged', 'header field missing')
  return value
}

function readOldKdf(fields: Fields): KdbxKdf {
  const rounds = createByteReader(field(fields, 6)).u64()
  return { kind: 'aes', seed: field(fields, 5), rounds }
}

/** A VariantDictionary: typed values by name. */
function readKdf(bytes: Bytes): KdbxKdf {
  const values = readVariants(createByteReader(bytes))
  const of = (name: string) => {
    const value = values.get(name)
    if (value === undefined) throw new AppError('file-damaged', 'kdf parameter missing')
    return createByteReader(value)
  }
  const id = toHex(of('$UUID').rest())
  if (aesKdfIds.includes(id)) return { kind: 'aes', seed: of('S').rest(), rounds: of('R').u64() }
  const kind = argon2Ids[id]
  if (kind === undefined || of('V').u32() !== argon2Version) throw new AppError('kdf-refused')
  const m = Math.floor(of('M').u64() / 1024)
  return { kind, salt: of('S').rest(), m, t: of('I').u64(), p: of('P').u32() }
}

function readVariants(reader: ByteReader): ReadonlyMap<string, Bytes> {
  const values = new Map<string, Bytes>()
  reader.u16()
  for (let count = 0; count < maxFields; count += 1) {
    if (reader.u8() === 0) return values
    const name = String.fromCharCode(...reader.take(reader.u32()).subarray(0, 64))
    values.set(name, reader.take(reader.u32()))
  }
  throw new AppError('file-damaged', 'too many kdf parameters')
}
