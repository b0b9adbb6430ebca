import { afterAll, beforeAll, expect, test } from 'vitest'
import { endProcess, type Started, startProcess } from '@/tests/driver/processes'
import { waitUntil } from '@/tests/driver/waiting'
import { canSearchMemory, searchMemory, searchRanges } from '@/tests/search/search-memory'

// Put together in the other process, so that nothing but its memory holds them whole.
const keeper = `
  globalThis.kept = [Buffer.from('needle-' + 'in-a-heap', 'utf16le'), 'other-' + 'one']
  setInterval(() => {}, 1000)`

let started: Started
beforeAll(() => {
  started = startProcess(process.execPath, ['-e', keeper], { stdio: 'ignore' })
})
afterAll(() => endProcess(started))

test.runIf(canSearchMemory)('what a process keeps is found, and nothing else', async () => {
  const needles = ['needle-in-a-heap', 'other-one', 'not-there-at-all'].map((value) => ({
    name: value,
    value,
  }))
  const search = () => searchMemory([started.child.pid ?? 0], needles)
  const hits = await waitUntil('both to be found', () => {
    const found = search()
    const isThere = (form: string) => found.some((hit) => hit.form === form)
    return isThere('utf8') && isThere('utf16le') ? found : null
  })
  expect(new Set(hits.map(({ name }) => name))).toEqual(new Set(['needle-in-a-heap', 'other-one']))
})

test('memory of which more than a small share cannot be read does not count as searched', () => {
  const page = 4096
  const pages = Array.from(
    { length: 100 },
    (_, nth) => [2 * nth * page, (2 * nth + 1) * page] as const,
  )
  const search = (unreadable: number) =>
    searchRanges(
      pages,
      () => new Set(),
      (_, at, length) => (at < 2 * unreadable * page ? 0 : length),
    )
  expect(search(2).size).toBe(0)
  expect(() => search(3)).toThrow('12288 of 409600 bytes')
})
