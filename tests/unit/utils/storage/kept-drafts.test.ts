import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftStore } from '@/utils/storage/draft-store'
import { createKeptDrafts } from '@/utils/storage/kept-drafts'
import { createUnsavedStore, onUnsavedChange } from '@/utils/storage/unsaved-store'
import { memoryLocks } from '../vault/memory-ports'
import type { fakeBrowser } from './fake-browser'

vi.mock('webextension-polyfill', async () => {
  const { fakeBrowser } = await import('./fake-browser')
  return { default: fakeBrowser() }
})
const { storage } = (await import('webextension-polyfill')).default as unknown as ReturnType<
  typeof fakeBrowser
>
const unsaved = { draft: 'sealed', code: 'vault-locked' } as const

/** What a hard lock and a restart of the browser leave. */
const restart = () => storage.session.items.clear()

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: { request: memoryLocks() } })
  globalThis.indexedDB = new IDBFactory()
  restart()
})

describe('drafts', () => {
  it('are kept per slot, and outlive a restart', async () => {
    const drafts = createDraftStore()
    await drafts.write('add', 'sealed a')
    await drafts.write('edit', 'sealed b')
    await drafts.remove('edit')
    restart()
    expect(await createDraftStore().read('add')).toBe('sealed a')
    expect(await createDraftStore().read('edit')).toBeNull()
  })

  it('that are no text are none', async () => {
    const drafts = createDraftStore()
    await drafts.write('add', 'sealed')
    const database = await openDB('sixpence', 2)
    await database.put('drafts', { slot: 'add', sealed: { secret: 1 } })
    database.close()
    expect(await drafts.read('add')).toBeNull()
    expect(await drafts.list()).toEqual([])
  })

  it('are replaced only where nothing else was typed meanwhile', async () => {
    const drafts = createDraftStore()
    await drafts.write('a', 'old')
    await drafts.write('b', 'typed meanwhile')
    await drafts.write('c', 'old')
    await drafts.replace('a', 'old', 'new')
    await drafts.replace('b', 'old', 'new')
    await drafts.replace('c', 'old', null)
    expect(await drafts.list()).toEqual([
      { slot: 'a', sealed: 'new' },
      { slot: 'b', sealed: 'typed meanwhile' },
    ])
  })
})

describe('what could not be saved', () => {
  it('is read as written, null before and after; listeners are told', async () => {
    const { unsaved: store } = createKeptDrafts()
    const heard: (string | null)[] = []
    const stop = onUnsavedChange((change) => heard.push(change?.code ?? null))
    expect(await store.read()).toBeNull()
    await store.write(unsaved)
    expect(await store.read()).toEqual(unsaved)
    await store.clear(unsaved.draft)
    expect(await store.read()).toBeNull()
    stop()
    await store.write(unsaved)
    expect(heard).toEqual(['vault-locked', null])
  })

  it('comes back at the start of the next run, and listeners are told', async () => {
    await createKeptDrafts().unsaved.write(unsaved)
    restart()
    const { unsaved: store } = createKeptDrafts()
    const heard: (string | null)[] = []
    const stop = onUnsavedChange((change) => heard.push(change?.code ?? null))
    await store.restore()
    stop()
    expect(await store.read()).toEqual(unsaved)
    expect(heard).toEqual(['vault-locked'])
  })

  it('is every one of them, shown one after the other', async () => {
    const first = { draft: 'first', code: 'storage-full' } as const
    const { unsaved: store, drafts } = createKeptDrafts()
    await store.write(first)
    await store.write(unsaved)
    expect(await store.read()).toEqual(first)
    expect(await drafts.list()).toHaveLength(2)
    restart()
    await store.restore()
    const shown = [(await store.read()) ?? expect.fail()]
    await store.clear(shown[0]?.draft ?? '')
    shown.push((await store.read()) ?? expect.fail())
    expect(shown).toEqual(expect.arrayContaining([first, unsaved]))
    await store.clear(shown[1]?.draft ?? '')
    expect([await store.read(), await drafts.list()]).toEqual([null, []])
  })

  it('is one for a draft, with why it failed last', async () => {
    const { unsaved: store, drafts } = createKeptDrafts()
    await store.write(unsaved)
    await store.write({ ...unsaved, code: 'storage-full' })
    expect(await drafts.list()).toHaveLength(1)
    restart()
    await store.restore()
    expect(await store.read()).toEqual({ ...unsaved, code: 'storage-full' })
  })

  it('is on the disk at every moment while it is written again', async () => {
    const drafts = createDraftStore()
    await createUnsavedStore(drafts).write(unsaved)
    const killed = { ...drafts, write: () => Promise.reject(new Error('killed')) }
    await createUnsavedStore(killed).write({ ...unsaved, code: 'storage-full' })
    expect(await drafts.list()).toMatchObject([{ sealed: 'sealed' }])
  })

  it('of an earlier version, whose slot had no name of its own, comes back too', async () => {
    const { drafts, unsaved: store } = createKeptDrafts()
    await drafts.write('unsaved.vault-locked', 'sealed')
    await store.restore()
    expect(await store.read()).toEqual(unsaved)
  })

  it('is not lost while this run lasts though the disk is full', async () => {
    const full = () => Promise.reject(new Error('full'))
    const store = createUnsavedStore({ ...createDraftStore(), write: full })
    await store.write({ draft: 'sealed', code: 'storage-full' })
    expect(await store.read()).toEqual({ draft: 'sealed', code: 'storage-full' })
  })

  it.each(['sealed', { draft: 'sealed' }, { draft: 'sealed', code: 'a story' }])(
    'is nothing if it reads %j',
    async (stored) => {
      await storage.session.set({ unsaved: [stored] })
      expect(await createKeptDrafts().unsaved.read()).toBeNull()
    },
  )

  it('is nothing if it was kept for a reason nobody knows', async () => {
    const { drafts, unsaved: store } = createKeptDrafts()
    await drafts.write('unsaved.a-story', 'sealed')
    await store.restore()
    expect(await store.read()).toBeNull()
  })
})

describe('what the vault does to them', () => {
  it('sealing anew reaches what could not be saved too', async () => {
    const { sealed, drafts, unsaved: store } = createKeptDrafts()
    await store.write(unsaved)
    const [kept] = await drafts.list()
    await sealed.replace(kept?.slot ?? '', 'sealed', 'sealed anew')
    expect(await store.read()).toEqual({ ...unsaved, draft: 'sealed anew' })
  })

  it('removing the vault leaves nothing', async () => {
    const { sealed, drafts, unsaved: store } = createKeptDrafts()
    await store.write(unsaved)
    await drafts.write('popup', 'sealed')
    await sealed.clear()
    expect(await drafts.list()).toEqual([])
    expect(await store.read()).toBeNull()
  })
})
