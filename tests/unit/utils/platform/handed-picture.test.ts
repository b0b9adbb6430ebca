import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { handPicture, takeHandedPicture } from '@/utils/platform/handed-picture'

const { tabs } = vi.hoisted(() => ({
  tabs: { query: vi.fn(), create: vi.fn(), update: vi.fn() },
}))
vi.mock('webextension-polyfill', () => ({
  default: { tabs, runtime: { getURL: (path: string) => `our:/${path}` } },
}))

const image = new Blob(['pixels'])
const origin = 'https://heron.example'
const page = { tabId: 1, url: `${origin}/`, origin, host: 'heron.example' }

beforeEach(() => {
  tabs.query.mockResolvedValue([{ id: 1, index: 4 }])
  tabs.update.mockResolvedValue({})
})
afterEach(() => vi.useRealTimers())

test('the page that was opened for it gets the picture, and comes to the front then', async () => {
  let taken: Promise<unknown> | undefined
  tabs.create.mockImplementation(async () => {
    expect(tabs.update).not.toHaveBeenCalled()
    taken = takeHandedPicture()
    return { id: 9 }
  })
  expect(await handPicture(image, page)).toBe(true)
  expect(tabs.create).toHaveBeenCalledWith({
    url: 'our://manage.html#/add/draw',
    active: false,
    index: 5,
  })
  expect(tabs.update).toHaveBeenCalledWith(9, { active: true })
  expect(await taken).toMatchObject({ origin })
})

test('a page that asks too late, or was opened by hand, gets none', async () => {
  vi.useFakeTimers()
  const taken = takeHandedPicture()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await taken).toBeNull()
})

test('where nobody asks, nothing is handed out', async () => {
  vi.useFakeTimers()
  tabs.create.mockResolvedValue({ id: 9 })
  const handed = handPicture(image, page)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await handed).toBe(false)
})
