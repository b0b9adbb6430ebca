import { chacha20 } from '@noble/ciphers/chacha.js'
import type { Bytes } from '@/utils/bytes/bytes'
import { concat } from '@/utils/bytes/concat'
import { AppError } from '@/utils/errors/app-error'
import { aesCbcOpen } from '../../crypto/aes-cbc'
import { hmacSha256, sameBytes } from '../../crypto/hmac-sha256'
import { inflate } from '../../read/inflate'
import { opened } from '../../read/opened-text'
import { type ByteReader, createByteReader } from './byte-reader'
import type { KdbxHeader } from './header'
import { type KdbxKeys, sha256 } from './key'

/** The XML of a database, and the stream that its protected values are hidden under. */
export interface KdbxContent {
  readonly xml: Bytes
  readonly streamId: number
  readonly streamKey: Bytes
}

const headerIndex = 2n ** 64n - 1n

/**
 * Opens the body: version 4 tells a wrong password (the header's HMAC) from damage (the blocks'),
 * version 3 by the bytes that the body starts with. Throws `password-wrong`, `file-damaged`,
 * `file-too-large`.
 */
export async function openBody(header: KdbxHeader, keys: KdbxKeys): Promise<KdbxContent> {
  return await (header.major === 4 ? openFour(header, keys) : openThree(header, keys))
}

async function openFour(header: KdbxHeader, keys: KdbxKeys): Promise<KdbxContent> {
  const reader = createByteReader(header.body)
  const headerKey = await blockKey(keys.hmac, headerIndex)
  const isRight = sameBytes(reader.take(32), await hmacSha256(headerKey, header.bytes))
  if (!isRight) throw new AppError('password-wrong')
  const sealed = await readHmacBlocks(reader, keys.hmac)
  const inner = createByteReader(await unpack(await decipher(header, keys, sealed), header))
  return readInnerHeader(inner)
}

async function openThree(header: KdbxHeader, keys: KdbxKeys): Promise<KdbxContent> {
  if (header.startBytes.length !== 32) throw new AppError('file-damaged')
  const plain = await aesCbcOpen(keys.body, header.iv, header.body)
  // Its padding and its first bytes are all that an older database has to tell a wrong password by.
  if (plain === null || !sameBytes(plain.subarray(0, 32), header.startBytes)) {
    throw new AppError(header.body.length % 16 === 0 ? 'password-wrong' : 'file-damaged')
  }
  const xml = await unpack(await readHashedBlocks(createByteReader(plain.slice(32))), header)
  return { xml, streamId: header.streamId, streamKey: header.streamKey }
}

async function decipher(header: KdbxHeader, keys: KdbxKeys, sealed: Bytes): Promise<Bytes> {
  if (header.cipher === 'aes') {
    return opened(await aesCbcOpen(keys.body, header.iv, sealed), 'file-damaged')
  }
  if (header.iv.length !== 12) throw new AppError('file-damaged')
  return new Uint8Array(chacha20(keys.body, header.iv, sealed))
}

async function unpack(bytes: Bytes, { isCompressed }: KdbxHeader): Promise<Bytes> {
  return isCompressed ? opened(await inflate(bytes, 'gzip'), 'file-damaged') : bytes
}

async function blockKey(base: Bytes, index: bigint): Promise<Bytes> {
  const joined = concat(littleEndian64(index), base)
  return new Uint8Array(await crypto.subtle.digest('SHA-512', joined))
}

async function readHmacBlocks(reader: ByteReader, base: Bytes): Promise<Bytes> {
  const blocks: Bytes[] = []
  for (let index = 0n; ; index += 1n) {
    const mac = reader.take(32)
    const sizeBytes = reader.u32()
    const data = reader.take(sizeBytes)
    const size = new Uint8Array(4)
    new DataView(size.buffer).setUint32(0, sizeBytes, true)
    const stated = concat(littleEndian64(index), size, data)
    if (!sameBytes(mac, await hmacSha256(await blockKey(base, index), stated))) {
      throw new AppError('file-damaged')
    }
    if (sizeBytes === 0) return concat(...blocks)
    blocks.push(data)
  }
}

async function readHashedBlocks(reader: ByteReader): Promise<Bytes> {
  const blocks: Bytes[] = []
  for (;;) {
    reader.u32()
    const hash = reader.take(32)
    const data = reader.take(reader.u32())
    if (data.length === 0) return concat(...blocks)
    if (!sameBytes(hash, await sha256(data))) throw new AppError('file-damaged')
    blocks.push(data)
  }
}

/** Attachments lie between the fields; they are stepped over. */
function readInnerHeader(reader: ByteReader): KdbxContent {
  let streamId = 0
  let streamKey: Bytes = new Uint8Array(0)
  for (;;) {
    const id = reader.u8()
    const value = reader.take(reader.u32())
    if (id === 0) return { xml: reader.rest(), streamId, streamKey }
    if (id === 1) streamId = createByteReader(value).u32()
    if (id === 2) streamKey = value
  }
}

function littleEndian64(value: bigint): Bytes {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, value, true)
  return bytes
}
