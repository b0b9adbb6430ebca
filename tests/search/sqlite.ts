import { unpackSnappy } from './snappy'
import { readBigVarint } from './varint'

const magic = 'SQLite format 3\0'

/** Kinds of pages that hold rows, and how far into a cell its payload's size stands. */
const kinds: Readonly<Record<number, { skip: number; isTable: boolean }>> = {
  13: { skip: 0, isTable: true },
  10: { skip: 0, isTable: false },
  2: { skip: 4, isTable: false },
}

/**
 * The rows of a SQLite database as they were put in: long ones are put together from their pages,
 * and what Firefox packed in them is unpacked. `wal` is what was not yet written over. Nothing for
 * other files. (sqlite.org/fileformat2.html)
 */
export function readSqlite(file: Buffer, wal: Buffer | null): Buffer[] {
  if (file.toString('latin1', 0, 16) !== magic) return []
  const declared = file.readUInt16BE(16)
  const pageSize = declared === 1 ? 65_536 : declared
  const usable = pageSize - (file[20] ?? 0)
  const pages = new Map<number, Buffer>()
  for (let at = 0; at < file.length; at += pageSize) {
    pages.set(at / pageSize + 1, file.subarray(at, at + pageSize))
  }
  for (let at = 32; wal && at + 24 + pageSize <= wal.length; at += 24 + pageSize) {
    pages.set(wal.readUInt32BE(at), wal.subarray(at + 24, at + 24 + pageSize))
  }
  return [...pages].flatMap(([number, page]) =>
    payloadsOf(page, number === 1 ? 100 : 0, usable, pages).flatMap((payload) => [
      payload,
      ...unpackedIn(payload),
    ]),
  )
}

function payloadsOf(
  page: Buffer,
  headerAt: number,
  usable: number,
  pages: ReadonlyMap<number, Buffer>,
): Buffer[] {
  const kind = kinds[page[headerAt] ?? 0]
  if (!kind) return []
  const pointersAt = headerAt + (kind.skip === 0 ? 8 : 12)
  const count = Math.min(page.readUInt16BE(headerAt + 3), (page.length - pointersAt) / 2)
  const found: Buffer[] = []
  for (let index = 0; index < Math.floor(count); index += 1) {
    const cellAt = page.readUInt16BE(pointersAt + 2 * index)
    const [size, next] = readBigVarint(page, cellAt + kind.skip)
    const start = kind.isTable ? readBigVarint(page, next)[1] : next
    found.push(payloadAt(page, start, size, localSize(size, usable, kind.isTable), usable, pages))
  }
  return found
}

/** How much of a payload lies in the page itself. */
function localSize(size: number, usable: number, isTable: boolean): number {
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  if (size <= most) return size
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const wanted = least + ((size - least) % (usable - 4))
  return wanted <= most ? wanted : least
}

function payloadAt(
  page: Buffer,
  start: number,
  size: number,
  local: number,
  usable: number,
  pages: ReadonlyMap<number, Buffer>,
): Buffer {
  const parts = [page.subarray(start, start + local)]
  let left = size - local
  let number = left > 0 && start + local + 4 <= page.length ? page.readUInt32BE(start + local) : 0
  // A page that is free by now may still hold cells whose pages are not theirs any more.
  for (let hops = 0; number !== 0 && left > 0 && hops < pages.size; hops += 1) {
    const more = pages.get(number)
    if (!more) break
    parts.push(more.subarray(4, 4 + Math.min(left, usable - 4)))
    left -= usable - 4
    number = more.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

/** The blobs of a row that snappy packed, unpacked. */
function unpackedIn(payload: Buffer): Buffer[] {
  const [headerSize, first] = readBigVarint(payload, 0)
  const found: Buffer[] = []
  let at = headerSize
  for (let column = first; column < headerSize && column < payload.length; ) {
    const [type, next] = readBigVarint(payload, column)
    const size = columnSize(type)
    const isBlob = type >= 12 && type % 2 === 0
    const unpacked = isBlob ? unpackSnappy(payload.subarray(at, at + size)) : null
    if (unpacked) found.push(unpacked)
    at += size
    column = next
  }
  return found
}

function columnSize(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2)
  return [0, 1, 2, 3, 4, 6, 8, 8][type] ?? 0
}
