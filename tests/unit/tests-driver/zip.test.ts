import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { zipFolder } from '@/tests/driver/zip'

test('every file of the folder is in the zip, found through its directory', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zip-'))
  mkdirSync(path.join(folder, 'inner'))
  writeFileSync(path.join(folder, 'one.txt'), 'one')
  writeFileSync(path.join(folder, 'inner', 'zwei-ä.txt'), 'zwei')
  const zip = zipFolder(folder)
  rmSync(folder, { recursive: true })
  expect(entriesOf(zip)).toEqual({ 'one.txt': 'one', 'inner/zwei-ä.txt': 'zwei' })
})

/** Reads by the offsets of the format (APPNOTE 4.3), sharing nothing with the writer. */
function entriesOf(zip: Buffer): Record<string, string> {
  const end = zip.length - 22
  expect(zip.readUInt32LE(end)).toBe(0x06054b50)
  const entries: Record<string, string> = {}
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50)
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString()
    const local = zip.readUInt32LE(at + 42)
    expect(zip.readUInt32LE(local)).toBe(0x04034b50)
    const start = local + 30 + zip.readUInt16LE(local + 26)
    const data = zip.subarray(start, start + zip.readUInt32LE(at + 24))
    expect(crc32(data)).toBe(zip.readUInt32LE(at + 16))
    entries[name] = data.toString()
    at += 46 + nameLength
  }
  return entries
}
