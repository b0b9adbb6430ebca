import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import { createLastingStore } from '@/utils/storage/lasting-store'
import type { fakeBrowser } from './fake-browser'

vi.mock('webextension-polyfill', async () => {
  const { fakeBrowser } = await import('./fake-browser')
  return { default: fakeBrowser() }
})
const { storage } = (await import('webextension-polyfill')).default as unknown as ReturnType<
  typeof fakeBrowser
>

function memory() {
  const kept = new Map<string, string>()
  return {
    kept,
    read: async (slot: string) => kept.get(slot) ?? null,
    write: async (slot: string, sealed: string) => void kept.set(slot, sealed),
    clear: async () => kept.clear(),
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

it('has nothing at first', async () => {
  expect(await createLastingStore(memory()).read('never')).toBeNull()
})

it('outlives a session that was emptied: a restart, a reload', async () => {
  await createLastingStore(memory()).write('a', 'sealed')
  expect(await createLastingStore(memory()).read('a')).toBe('sealed')
})

it('goes by the session where there is one', async () => {
  const session = memory()
  const store = createLastingStore(session)
  await store.write('b', 'first')
  session.kept.set('b', 'newer')
  expect(await store.read('b')).toBe('newer')
})

it('works without a disk', async () => {
  vi.stubGlobal('indexedDB', undefined)
  const store = createLastingStore(memory())
  await store.write('c', 'sealed')
  expect(await store.read('c')).toBe('sealed')
})

it('fails where the session does, and forgets nothing for that', async () => {
  const session = memory()
  const store = createLastingStore(session)
  await store.write('d', 'sealed')
  session.write = () => Promise.reject(new Error('full'))
  await expect(store.write('d', 'newer')).rejects.toThrow('full')
  expect(await store.read('d')).toBe('sealed')
  // What was not handed out and counts as handed out costs a step, never a repeat.
  expect(await createLastingStore(memory()).read('d')).toBe('newer')
})

it('forgets what it kept, but not that there was something', async () => {
  const store = createLastingStore()
  await storage.session.set({ begun: true })
  await store.write('fills', 'sealed')
  await store.clear()
  expect(storage.session.items.get('begun')).toBe(true)
  expect([...storage.session.items.values()]).not.toContain('sealed')
  expect(await store.read('fills')).toBe('')
  storage.session.items.clear()
  expect(await createLastingStore().read('fills')).toBe('')
})
