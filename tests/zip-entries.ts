import { crc32, inflateRawSync } from 'node:zlib'

/** A file in a zip. */
export interface ZipEntry {
  /** With `/` between its parts. */
  readonly name: string
  readonly contents: Buffer
}

const endSignature = Buffer.from('504b0506', 'hex')
const methods: Record<number, (data: Buffer) => Buffer> = {
  0: (data) => data,
  8: (data) => inflateRawSync(data),
}

/**
 * The files of a zip by its central directory, as every reader finds them. Throws on what the
 * simplest readers do not take (zip64, other methods) and on contents that do not match their sum.
 */
export function zipEntries(zip: Buffer): readonly ZipEntry[] {
  const end = zip.lastIndexOf(endSignature)
  if (end < 0) throw new Error('not a zip')
  const count = zip.readUInt16LE(end + 10)
  const entries: ZipEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    entries.push(entryAt(zip, at))
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

function entryAt(zip: Buffer, at: number): ZipEntry {
  if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry here')
  const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28))
  const method = methods[zip.readUInt16LE(at + 10)]
  const local = zip.readUInt32LE(at + 42)
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const contents = method?.(zip.subarray(start, start + zip.readUInt32LE(at + 20)))
  if (!contents || crc32(contents) !== zip.readUInt32LE(at + 16)) {
    throw new Error(`cannot read ${name}`)
  }
  return { name, contents }
}
