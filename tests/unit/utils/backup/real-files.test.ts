import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tryFile } from '../../../bench/backups'
import { type ExpectedFile, readExpected } from '../../../bench/backups/expected'

const root = join(import.meta.dirname, '../../../..')
const own = join(root, 'tests/fixtures/imports')
const real = join(root, '../shared/backups')
const isThere = existsSync(join(real, 'expected.json'))

/** More memory than this takes most of a minute: the bench reads such files. */
const costlyBytes = 128 * 1024 * 1024

function isCostly(folder: string, { file }: ExpectedFile): boolean {
  const text = readFileSync(join(folder, file), 'utf8')
  const [, memory] = /"memLimit"\s*:\s*(\d+)/.exec(text.slice(0, 4096)) ?? []
  return Number(memory ?? 0) > costlyBytes
}

function table(folder: string, files: readonly ExpectedFile[]) {
  for (const expected of files) {
    const { file, format, password } = expected
    const costly = isCostly(folder, expected)
    const name = `${file}: ${format}${costly ? ' (skipped, costly: npm run bench:backups reads it)' : ''}`
    it.skipIf(costly)(name, { timeout: 60_000 }, async () => {
      const { wrong, isRefused } = await tryFile(folder, expected)
      expect(wrong).toEqual([])
      expect(isRefused).toBe(password !== null)
    })
  }
}

describe('every entry of a file comes out, and a wrong password is told as one', () => {
  describe('of files made for this', () => table(own, readExpected(own)))

  describe.skipIf(!isThere)(`of other projects${isThere ? '' : ' (not here: skipped)'}`, () => {
    if (isThere) table(real, readExpected(real))
  })
})
