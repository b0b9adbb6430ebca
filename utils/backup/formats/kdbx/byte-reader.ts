import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'

/** Reads little-endian values one after the other; past the end it throws `file-damaged`. */
export interface ByteReader {
  readonly offset: () => number
  readonly u8: () => number
  readonly u16: () => number
  readonly u32: () => number
  readonly u64: () => number
  readonly take: (sizeBytes: number) => Bytes
  readonly rest: () => Bytes
}

/** A reader at the start of `bytes`. */
export function createByteReader(bytes: Bytes): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let offset = 0
  const advance = (sizeBytes: number) => {
    const start = offset
    offset += sizeBytes
    if (offset > bytes.length) throw new AppError('file-damaged', 'cut off')
    return start
  }
  return {
    offset: () => offset,
    u8: () => view.getUint8(advance(1)),
    u16: () => view.getUint16(advance(2), true),
    u32: () => view.getUint32(advance(4), true),
    u64: () => Number(view.getBigUint64(advance(8), true)),
    take: (sizeBytes) => {
      const start = advance(sizeBytes)
      return bytes.slice(start, start + sizeBytes)
    },
    rest: () => bytes.slice(offset),
  }
}
