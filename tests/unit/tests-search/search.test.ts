import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readLog } from '@/tests/search/leveldb'
import { unpackMozLz4 } from '@/tests/search/mozlz4'
import { patternsOf } from '@/tests/search/patterns'
import { searchFiles } from '@/tests/search/search-files'
import { unpackSnappy } from '@/tests/search/snappy'
import { toBase32 } from '@/utils/bytes/base32'

const folder = mkdtempSync(path.join(tmpdir(), 'searched-'))
afterAll(() => rmSync(folder, { recursive: true }))

const word = 'hunter2hunter'
const needle = { name: 'word', value: word }
const shifts = [0, 1, 2, 3, 4]

describe('a needle is found', () => {
  test.each(shifts)('in base64, base64url, base32 and hex, after %i other bytes', (shift) => {
    const bytes = Buffer.from(`${'?>~?>'.slice(0, shift)}${word}??`)
    const forms = [
      bytes.toString('base64'),
      bytes.toString('base64url'),
      toBase32(new Uint8Array(bytes)),
      bytes.toString('hex'),
      bytes.toString('hex').toUpperCase(),
    ]
    for (const form of forms) {
      expect(patternsOf(needle).some((pattern) => form.includes(pattern.bytes.toString()))).toBe(
        true,
      )
    }
  })

  test('as UTF-8 and UTF-16, in the content and in the name of a file', () => {
    writeFileSync(path.join(folder, 'plain'), `before ${word} after`)
    writeFileSync(path.join(folder, 'wide'), Buffer.from(`before ${word}`, 'utf16le'))
    writeFileSync(path.join(folder, `${word}.txt`), '')
    writeFileSync(path.join(folder, 'other'), 'hunter2-hunter')
    const { hits, files } = searchFiles(folder, [needle])
    expect(hits.map(({ file, form }) => `${file} ${form}`).sort()).toEqual([
      `${word}.txt utf8`,
      'plain utf8',
      'wide utf16le',
    ])
    expect(files).toBe(4)
  })

  test('in a record that LevelDB cut in two', () => {
    const first = Buffer.alloc(32_768, 'x')
    const rest = Buffer.from(`${word.slice(6)} after`)
    first.fill(0, 0, 7)
    first.writeUInt16LE(32_768 - 7, 4)
    first[6] = 2
    first.write(word.slice(0, 6), 32_768 - 6)
    const head = Buffer.from([0, 0, 0, 0, rest.length, 0, 4])
    const log = Buffer.concat([first, head, rest])
    expect(log.includes(word)).toBe(false)
    expect(readLog(log).some((record) => record.includes(word))).toBe(true)
  })
})

describe('what was packed is unpacked', () => {
  // Worked out by hand from google/snappy's format_description.txt.
  const packed = Buffer.from([13, 6 << 2, ...Buffer.from('hunter2'), ((6 - 4) << 2) | 1, 7])

  test('snappy: a literal, and a copy of what stands before', () => {
    expect(unpackSnappy(packed)?.toString()).toBe(word)
  })

  test.each([
    ['cut off', packed.subarray(0, -1)],
    ['a copy from before the beginning', Buffer.from([4, ((4 - 4) << 2) | 1, 1])],
    ['a length that nothing packs to', Buffer.from([255, 255, 255, 127, 0])],
    ['nothing', Buffer.alloc(0)],
  ])('snappy: not %s', (_what, bytes) => {
    expect(unpackSnappy(bytes)).toBeNull()
  })

  test('LZ4 in files of Firefox, and no other files', () => {
    const block = Buffer.from([(7 << 4) | 2, ...Buffer.from('hunter2'), 7, 0, 0])
    const size = Buffer.from([13, 0, 0, 0])
    const file = Buffer.concat([Buffer.from('mozLz40\0'), size, block])
    expect(unpackMozLz4(file)?.toString()).toBe(word)
    expect(unpackMozLz4(block)).toBeNull()
  })
})
