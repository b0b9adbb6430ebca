import type { Bytes } from '@/utils/bytes/bytes'

/** A field of a protobuf message: its number, and a varint or the bytes of any other wire type. */
export interface ProtobufField {
  readonly number: number
  /** Of varints 64 bits, unsigned; null otherwise. */
  readonly varint: bigint | null
  /** Empty for varints. */
  readonly bytes: Bytes
}

const fixedSizes: ReadonlyMap<number, number> = new Map([
  [1, 8],
  [5, 4],
])

/**
 * The fields of a message in their order (protobuf.dev/programming-guides/encoding), known ones or
 * not; null where the bytes are no message.
 */
export function readFields(message: Bytes): ProtobufField[] | null {
  const fields: ProtobufField[] = []
  let offset = 0
  while (offset < message.length) {
    const key = readVarint(message, offset)
    if (key === null) return null
    const number = Number(key.value >> 3n)
    const wire = Number(key.value & 7n)
    offset = key.end
    if (wire === 0 || wire === 2) {
      const varint = readVarint(message, offset)
      if (varint === null) return null
      offset = varint.end
      if (wire === 0) {
        fields.push({ number, varint: varint.value, bytes: new Uint8Array(0) })
        continue
      }
      const end = offset + Number(varint.value)
      if (end > message.length) return null
      fields.push({ number, varint: null, bytes: message.slice(offset, end) })
      offset = end
      continue
    }
    const sizeBytes = fixedSizes.get(wire)
    if (sizeBytes === undefined || offset + sizeBytes > message.length) return null
    offset += sizeBytes
  }
  return fields
}

/** Up to ten bytes of seven bits, the lowest first. */
function readVarint(bytes: Bytes, start: number): { value: bigint; end: number } | null {
  let value = 0n
  for (let index = 0; index < 10; index += 1) {
    const byte = bytes[start + index]
    if (byte === undefined) return null
    value |= BigInt(byte & 0x7f) << BigInt(7 * index)
    if (byte < 0x80) return { value: BigInt.asUintN(64, value), end: start + index + 1 }
  }
  return null
}
