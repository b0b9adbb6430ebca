import { unpackSnappy } from './snappy'
import { readVarint } from './varint'

/** The last eight bytes of every table. */
const tableMagic = Buffer.from('57fb808b247547db', 'hex')
const footerSize = 48
const blockSize = 32_768

/**
 * Keys and values of a LevelDB table (.ldb) as they were put in: blocks are packed, and a key is
 * written without what it shares with the one before. Nothing for other files.
 */
export function readTable(file: Buffer): Buffer[] {
  if (file.length < footerSize || !file.subarray(-8).equals(tableMagic)) return []
  const footer = file.subarray(-footerSize)
  const [, afterOffset] = readVarint(footer, 0)
  const [, indexAt] = readVarint(footer, afterOffset)
  const index = blockAt(file, footer, indexAt)
  const handles = entriesOf(index).map(({ value }) => value)
  return handles.flatMap((handle) =>
    entriesOf(blockAt(file, handle, 0)).flatMap(({ key, value }) => [key, value]),
  )
}

/** The records of a LevelDB log (.log), put together again where they cross a block. */
export function readLog(file: Buffer): Buffer[] {
  const records: Buffer[] = []
  let parts: Buffer[] = []
  for (let at = 0; at + 7 <= file.length; ) {
    const left = blockSize - (at % blockSize)
    if (left < 7) {
      at += left
      continue
    }
    const length = file.readUInt16LE(at + 4)
    const type = file[at + 6] ?? 0
    // Types: 1 whole, 2 first, 3 middle, 4 last; 0 is room that was never written.
    if (type === 1 || type === 2) parts = []
    parts.push(file.subarray(at + 7, at + 7 + length))
    if (type === 1 || type === 4) records.push(Buffer.concat(parts))
    at += 7 + length
  }
  return records
}

/** The block that a handle (offset and size) at `at` points to; one byte after it tells the packing. */
function blockAt(file: Buffer, handle: Buffer, at: number): Buffer {
  const [offset, next] = readVarint(handle, at)
  const [size] = readVarint(handle, next)
  const block = file.subarray(offset, offset + size)
  return file[offset + size] === 1 ? (unpackSnappy(block) ?? Buffer.alloc(0)) : block
}

function entriesOf(block: Buffer): { key: Buffer; value: Buffer }[] {
  if (block.length < 4) return []
  const end = block.length - 4 * (block.readUInt32LE(block.length - 4) + 1)
  const entries: { key: Buffer; value: Buffer }[] = []
  let key = Buffer.alloc(0)
  for (let at = 0; at < end; ) {
    const [shared, afterShared] = readVarint(block, at)
    const [fresh, afterFresh] = readVarint(block, afterShared)
    const [valueSize, keyAt] = readVarint(block, afterFresh)
    key = Buffer.concat([key.subarray(0, shared), block.subarray(keyAt, keyAt + fresh)])
    at = keyAt + fresh + valueSize
    entries.push({ key, value: block.subarray(keyAt + fresh, at) })
  }
  return entries
}
