import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'

/** A folder as a zip file, nothing compressed: what Firefox installs. */
export function zipFolder(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const name = Buffer.from(path.relative(folder, file).split(path.sep).join('/'))
    const data = readFileSync(file)
    const common = commonHeader(name, data)
    const local = Buffer.concat([bytes('504b0304'), common, name, data])
    locals.push(local)
    directory.push(directoryEntry(common, name, offset))
    offset += local.length
  }
  const index = Buffer.concat(directory)
  return Buffer.concat([...locals, index, endRecord(files.length, index.length, offset)])
}

/** Version to twelve fields on: the part that both headers of a file share. */
function commonHeader(name: Buffer, data: Buffer): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(0x0800, 2) // names are UTF-8
  header.writeUInt16LE(0x21, 8) // 1 January 1980
  header.writeUInt32LE(crc32(data), 10)
  header.writeUInt32LE(data.length, 14)
  header.writeUInt32LE(data.length, 18)
  header.writeUInt16LE(name.length, 22)
  return header
}

function directoryEntry(common: Buffer, name: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([bytes('504b01021400'), common, rest, name])
}

function endRecord(count: number, sizeBytes: number, offset: number): Buffer {
  const record = Buffer.alloc(18)
  record.writeUInt16LE(count, 4)
  record.writeUInt16LE(count, 6)
  record.writeUInt32LE(sizeBytes, 8)
  record.writeUInt32LE(offset, 12)
  return Buffer.concat([bytes('504b0506'), record])
}

const bytes = (hex: string) => Buffer.from(hex, 'hex')
