import { beforeEach, expect, test, vi } from 'vitest'
import { createSelectedText } from '@/utils/storage/selected-text'

const { session, kept } = vi.hoisted(() => {
  const kept = new Map<string, unknown>()
  const session = {
    get: async (key: string) => ({ [key]: kept.get(key) }),
    set: async (values: object) => {
      for (const [key, value] of Object.entries(values)) kept.set(key, value)
    },
    remove: async (key: string) => void kept.delete(key),
    onChanged: { addListener: vi.fn(), removeListener: vi.fn() },
  }
  return { session, kept }
})
vi.mock('webextension-polyfill', () => ({ default: { storage: { session } } }))
beforeEach(() => kept.clear())

const store = createSelectedText()
const picked = { tabId: 7, text: 'ab-12', atMs: 1_000 }

test('what was picked is found in its tab alone', async () => {
  await store.put(picked)
  expect(await store.find(7, 2_000)).toBe('ab-12')
  expect(await store.find(8, 2_000)).toBeNull()
})

test.each([
  ['ten minutes later', 601_001],
  ['with a clock that was set back', -600_000],
])('it is gone %s', async (_, nowMs) => {
  await store.put(picked)
  expect(await store.find(7, nowMs)).toBeNull()
  expect(kept.size).toBe(0)
})

test('it is gone once it was kept, and anything else there is nothing', async () => {
  await store.put(picked)
  await store.clear()
  expect(await store.find(7, 2_000)).toBeNull()
  kept.set('selectedText', { tabId: '7', text: 5 })
  expect(await store.find(7, 2_000)).toBeNull()
})

test('another text that is picked is told, its removal is not', () => {
  const change = vi.fn()
  const stop = store.watch(change)
  const hear = session.onChanged.addListener.mock.lastCall?.[0]
  hear({ selectedText: { newValue: picked } })
  hear({ selectedText: { oldValue: picked } })
  hear({ other: { newValue: 1 } })
  expect(change).toHaveBeenCalledOnce()
  stop()
  expect(session.onChanged.removeListener).toHaveBeenCalledWith(hear)
})
