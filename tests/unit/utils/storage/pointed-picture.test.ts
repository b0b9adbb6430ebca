import { beforeEach, expect, test, vi } from 'vitest'
import { pointPicture, takePointed } from '@/utils/storage/pointed-picture'
import type { fakeBrowser } from './fake-browser'

vi.mock('webextension-polyfill', async () => {
  const { fakeBrowser } = await import('./fake-browser')
  return { default: fakeBrowser() }
})
const { storage } = (await import('webextension-polyfill')).default as unknown as ReturnType<
  typeof fakeBrowser
>
beforeEach(() => storage.session.items.clear())

const pointed = { tabId: 7, frameId: 0, address: 'https://x.example/a.png' }
const kept = () => [...storage.session.items.keys()]

test('it is taken once, and nothing of it stays', async () => {
  await pointPicture(pointed, 1_000)
  expect(await takePointed(7, 2_000)).toEqual(pointed)
  expect(kept()).toEqual([])
  expect(await takePointed(7, 2_000)).toBeNull()
})

test.each([
  ['ten minutes later', 7, 601_001],
  ['ten minutes later in another tab', 8, 601_001],
  ['before the clock was set back', 7, 500],
])('%s it is forgotten', async (_, tabId, nowMs) => {
  await pointPicture(pointed, 1_000)
  expect(await takePointed(tabId, nowMs)).toBeNull()
  expect(kept()).toEqual([])
})

test('another tab has nothing of it, and leaves it where it waits', async () => {
  await pointPicture(pointed, 1_000)
  expect(await takePointed(8, 2_000)).toBeNull()
  expect(await takePointed(7, 2_000)).toEqual(pointed)
})

test('an address without end is not kept', async () => {
  await pointPicture({ ...pointed, address: `data:image/png;base64,${'A'.repeat(3_000_000)}` }, 1)
  expect(kept()).toEqual([])
})
