import type { Bytes } from '@/utils/bytes/bytes'
import { fromUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { maxEntries } from '../import-file'

const magic = [0xac, 0xed, 0x00, 0x05]
const code = {
  null: 0x70,
  reference: 0x71,
  object: 0x73,
  text: 0x74,
  block: 0x77,
  end: 0x78,
  longText: 0x7c,
}
const codes = { int: 0x49, float: 0x46 }
/** Handles of back references count from here. */
const firstHandle = 0x7e0000

/** Whether the bytes are a Java object stream (Java Object Serialization Specification 6.4.2). */
export function isJavaStream(bytes: Bytes): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

/**
 * The pairs of a serialised `java.util.HashMap` of texts. Nothing else is read: other classes are
 * refused. Throws `file-damaged`.
 */
export function readJavaMap(bytes: Bytes): ReadonlyMap<string, string> {
  const reader = createReader(bytes)
  reader.skip(magic.length)
  reader.expect(code.object)
  const count = readMapHead(reader)
  if (count > maxEntries) throw damaged()
  const pairs = new Map<string, string>()
  for (let index = 0; index < count; index += 1) pairs.set(reader.text(), reader.text())
  return pairs
}

/** Class, fields and the block before the pairs; gives how many pairs there are. */
function readMapHead(reader: Reader): number {
  reader.expect(0x72)
  if (reader.shortText() !== 'java.util.HashMap') throw damaged()
  reader.skip(9)
  const fields = reader.unsigned16()
  let valueBytes = 0
  for (let index = 0; index < fields; index += 1) {
    // Android before 7 has one number here, others have two.
    if (![codes.int, codes.float].includes(reader.unsigned8())) throw damaged()
    valueBytes += 4
    reader.shortText()
  }
  reader.expect(code.end)
  reader.expect(code.null)
  // The class takes a handle, the map itself the next.
  reader.handle('')
  reader.handle('')
  reader.skip(valueBytes)
  reader.expect(code.block)
  reader.expect(8)
  reader.skip(4)
  return reader.unsigned32()
}

type Reader = ReturnType<typeof createReader>

function createReader(bytes: Bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const handles: string[] = []
  let offset = 0
  const take = (sizeBytes: number) => {
    const start = offset
    offset += sizeBytes
    if (offset > bytes.length) throw damaged()
    return start
  }
  const unsigned16 = () => view.getUint16(take(2))
  const unsigned32 = () => view.getUint32(take(4))
  const ofSize = (sizeBytes: number) => {
    const start = take(sizeBytes)
    return fromModifiedUtf8(bytes.slice(start, start + sizeBytes))
  }
  const keep = (text: string) => {
    handles.push(text)
    return text
  }
  return {
    skip: (sizeBytes: number) => void take(sizeBytes),
    expect: (byte: number) => {
      if (view.getUint8(take(1)) !== byte) throw damaged()
    },
    handle: (text: string) => void keep(text),
    unsigned8: () => view.getUint8(take(1)),
    unsigned16,
    unsigned32,
    shortText: () => ofSize(unsigned16()),
    text: () => {
      const kind = view.getUint8(take(1))
      if (kind === code.text) return keep(ofSize(unsigned16()))
      if (kind === code.longText) {
        take(4)
        return keep(ofSize(unsigned32()))
      }
      const known = kind === code.reference ? handles[unsigned32() - firstHandle] : undefined
      if (known === undefined) throw damaged()
      return known
    },
  }
}

/** Java writes U+0000 in two bytes and characters beyond U+FFFF as two surrogates of three each. */
function fromModifiedUtf8(bytes: Bytes): string {
  if (!bytes.includes(0xed) && !bytes.includes(0xc0)) return fromUtf8(bytes, 'file-damaged')
  const units: number[] = []
  for (let index = 0; index < bytes.length; ) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(index, index + 3)
    const sizeBytes = a < 0x80 ? 1 : a < 0xe0 ? 2 : 3
    const lead = sizeBytes === 1 ? a : sizeBytes === 2 ? a & 0x1f : a & 0x0f
    const rest = sizeBytes === 1 ? 0 : sizeBytes === 2 ? b & 0x3f : ((b & 0x3f) << 6) | (c & 0x3f)
    units.push(sizeBytes === 1 ? lead : (lead << (6 * (sizeBytes - 1))) | rest)
    index += sizeBytes
  }
  return units.map((unit) => String.fromCharCode(unit)).join('')
}

function damaged(): AppError {
  return new AppError('file-damaged', 'no java map of texts')
}
