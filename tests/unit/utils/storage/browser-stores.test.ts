import { describe, expect, it, vi } from 'vitest'
import { createClipboardDue, createLastCopy } from '@/utils/storage/clipboard-due'
import { createHighWater } from '@/utils/storage/high-water'
import {
  createHeldKeyMark,
  createKeySessionStore,
  onKeySessionChange,
} from '@/utils/storage/key-session-store'
import type { KeySession } from '@/utils/vault/vault'
import type { fakeBrowser } from './fake-browser'

vi.mock('webextension-polyfill', async () => {
  const { fakeBrowser } = await import('./fake-browser')
  return { default: fakeBrowser() }
})
const { storage } = (await import('webextension-polyfill')).default as unknown as ReturnType<
  typeof fakeBrowser
>

const session: KeySession = {
  vaultId: 'v',
  dek: 'AAAA',
  unlockedAtMs: 1,
  usedAtMs: 1,
  deadlineMs: 2,
}

describe('the key session', () => {
  const store = createKeySessionStore()

  it('is read as written, null before and after', async () => {
    expect(await store.read()).toBeNull()
    await store.write(session)
    expect(await store.read()).toEqual(session)
    await store.clear()
    expect(await store.read()).toBeNull()
  })

  it('lies in the memory of the browser, never in storage.local', async () => {
    await store.write(session)
    expect([...storage.local.items]).toEqual([])
    expect([...storage.session.items.keys()].sort()).toEqual(['heldKey', 'keySession'])
  })

  it('leaves a mark that outlives locking: memory may still hold what it opened', async () => {
    await createHeldKeyMark().clear()
    expect(await createHeldKeyMark().isSet()).toBe(false)
    await store.write(session)
    await store.clear()
    expect(await createHeldKeyMark().isSet()).toBe(true)
  })

  it.each([
    ['text', 'x'],
    ['a missing deadline', { ...session, deadlineMs: undefined }],
    ['a deadline that is no number', { ...session, deadlineMs: 'never' }],
    ['null', null],
  ])('counts as locked if it is %s', async (_, stored) => {
    await storage.session.set({ keySession: stored })
    expect(await store.read()).toBeNull()
  })

  it('tells listeners of unlock and lock until they stop, and of nothing else', async () => {
    const heard: (KeySession | null)[] = []
    const stop = onKeySessionChange((change) => heard.push(change))
    await store.write(session)
    await storage.local.set({ keySession: 1 })
    await storage.session.set({ other: 1 })
    await store.clear()
    stop()
    await store.write(session)
    expect(heard).toEqual([session, null])
  })
})

describe('when the clipboard is to be emptied', () => {
  const due = createClipboardDue()

  it('is a number in storage.local, which a reload does not empty, and nothing else', async () => {
    storage.local.items.clear()
    expect(await due.read()).toBeNull()
    await due.write(1_234)
    expect(await due.read()).toBe(1_234)
    expect([...storage.local.items]).toEqual([['clipboardDueMs', 1_234]])
    await due.clear()
    expect(await due.read()).toBeNull()
    expect([...storage.local.items]).toEqual([])
  })

  it.each(['soon', -1, 0.5, null])('is not known where %j is stored', async (stored) => {
    await storage.local.set({ clipboardDueMs: stored })
    expect(await due.read()).toBeNull()
    await due.clear()
  })

  it('the last copy is told by a number in storage.session, as long as errands are', async () => {
    const lastCopy = createLastCopy()
    expect(await lastCopy.read()).toBeNull()
    await lastCopy.write(1_234)
    expect(await lastCopy.read()).toBe(1_234)
    expect(storage.session.items.get('clipboardCopiedMs')).toBe(1_234)
    await storage.session.set({ clipboardCopiedMs: 'soon' })
    expect(await lastCopy.read()).toBeNull()
  })
})

describe('the high-water mark', () => {
  it('is 0 at first, then what was written; a mere number in storage.local', async () => {
    const highWater = createHighWater()
    expect(await highWater.read()).toBe(0)
    await highWater.write(7)
    expect(await highWater.read()).toBe(7)
    expect(storage.local.items.get('highWater')).toBe(7)
  })

  it('tells of saves made elsewhere until told to stop, and of nothing else', async () => {
    const highWater = createHighWater()
    const elsewhere = createHighWater()
    let saves = 0
    const stop = highWater.watchOthers(() => {
      saves += 1
    })
    await elsewhere.write(8)
    await highWater.write(9)
    await storage.local.set({ other: 1 })
    await storage.session.set({ highWater: 10 })
    expect(saves).toBe(1)
    await elsewhere.write(9)
    expect(saves).toBe(2)
    stop()
    await elsewhere.write(10)
    expect(saves).toBe(2)
  })

  it.each(['7', -1, 1.5, null])('that reads %j is none', async (stored) => {
    await storage.local.set({ highWater: stored })
    expect(await createHighWater().read()).toBe(0)
  })
})
