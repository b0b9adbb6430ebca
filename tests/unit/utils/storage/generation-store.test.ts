import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftStore } from '@/utils/storage/draft-store'
import { createGenerationStore } from '@/utils/storage/generation-store'
import { createVault } from '@/utils/vault/create-vault'
import type { GenerationStore, SealedGeneration } from '@/utils/vault/vault'
import { codeOf } from '../vault/error-code'
import { memoryPorts } from '../vault/memory-ports'
import { savedWith, totpAccount, withAccounts } from '../vault/samples'

const sample = (generation: number): SealedGeneration => ({
  generation,
  protected: 'header',
  nonce: new Uint8Array(12).fill(generation),
  ciphertext: new Uint8Array(64).fill(generation),
})
const numbers = async (store: GenerationStore) =>
  (await store.list()).map(({ generation }) => generation)
const open = () => openDB('sixpence', 2)
const quota = () => new DOMException('no room', 'QuotaExceededError')

let store: GenerationStore

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  store = createGenerationStore()
})
afterEach(() => vi.restoreAllMocks())

async function appendUpTo(last: number): Promise<void> {
  for (let n = 1; n <= last; n += 1) await store.append(sample(n), n - 1, 5)
}

describe('the store of generations', () => {
  it('gives back what was appended, newest first', async () => {
    expect(await store.newest()).toBeNull()
    expect(await store.list()).toEqual([])
    await appendUpTo(3)
    expect(await store.list()).toEqual([sample(3), sample(2), sample(1)])
    expect(await store.newest()).toEqual(sample(3))
    expect(await createGenerationStore().newest()).toEqual(sample(3))
  })

  it('keeps as many as asked for, down to the new one alone', async () => {
    await appendUpTo(7)
    expect(await numbers(store)).toEqual([7, 6, 5, 4, 3])
    await store.append(sample(8), 7, 1)
    expect(await numbers(store)).toEqual([8])
  })

  it('gives those beyond the newest, and nothing in the place of one it cannot read', async () => {
    await appendUpTo(4)
    expect(await store.beyond(2)).toEqual([sample(1), sample(2)])
    expect(await store.beyond(4)).toEqual([])
    expect(await store.beyond(9)).toEqual([])
    const get = IDBObjectStore.prototype.get
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: never, key) {
      if (key === 1) throw new DOMException('gone', 'UnknownError')
      return get.call(this, key)
    })
    expect(await store.beyond(2)).toMatchObject([{ generation: 1, protected: '' }, sample(2)])
  })

  it('refuses to follow anything but the newest', async () => {
    await appendUpTo(2)
    expect(await codeOf(() => store.append(sample(2), 1, 5))).toBe('vault-conflict')
    expect(await codeOf(() => store.append(sample(9), 8, 5))).toBe('vault-conflict')
    expect(await codeOf(() => store.append(sample(1), 0, 5))).toBe('vault-conflict')
    expect(await numbers(store)).toEqual([2, 1])
  })

  it('asks the browser for strict durability', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await appendUpTo(1)
    expect(transaction.mock.calls).toContainEqual([
      ['generations'],
      'readwrite',
      { durability: 'strict' },
    ])
  })

  it('lets one of two stores that append at the same time win', async () => {
    const other = createGenerationStore()
    const codes = await Promise.all([
      codeOf(() => store.append(sample(1), 0, 5)),
      codeOf(() => other.append(sample(1), 0, 5)),
    ])
    expect(codes.sort()).toEqual(['none', 'vault-conflict'])
  })

  it('forgets everything when cleared', async () => {
    await appendUpTo(2)
    await store.clear()
    expect(await store.newest()).toBeNull()
    await store.append(sample(1), 0, 5)
    expect(await numbers(store)).toEqual([1])
  })
})

describe('an append that is cut off', () => {
  it.each([
    ['while adding', 'add'],
    ['while dropping the oldest', 'delete'],
  ] as const)('%s leaves the old state whole', async (_, method) => {
    await appendUpTo(5)
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
      throw new Error('crash')
    })
    expect(await codeOf(() => store.append(sample(6), 5, 5))).toBe('storage-failed')
    vi.restoreAllMocks()
    expect(await numbers(createGenerationStore())).toEqual([5, 4, 3, 2, 1])
    await store.append(sample(6), 5, 5)
    expect(await numbers(store)).toEqual([6, 5, 4, 3, 2])
  })

  it('by a used-up quota says so', async () => {
    await appendUpTo(1)
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw quota()
    })
    expect(await codeOf(() => store.append(sample(2), 1, 5))).toBe('storage-full')
    vi.restoreAllMocks()
    expect(await numbers(store)).toEqual([1])
  })
})

describe('what the engine spoils', () => {
  it('counts as a generation that does not open', async () => {
    await appendUpTo(2)
    const database = await open()
    await database.put('generations', { generation: 3, protected: 7 })
    database.close()
    expect(await store.newest()).toMatchObject({ generation: 3, protected: '' })
    expect(await numbers(store)).toEqual([3, 2, 1])
  })

  it('costs no more than the one record', async () => {
    await appendUpTo(3)
    const get = IDBObjectStore.prototype.get
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('lost', 'UnknownError')
    })
    vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(() => {
      throw new DOMException('lost', 'UnknownError')
    })
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
      this: IDBObjectStore,
      key,
    ) {
      if (key === 3) throw new DOMException('lost', 'UnknownError')
      return get.call(this, key)
    })
    expect(await store.list()).toEqual([
      { ...sample(3), protected: '', nonce: new Uint8Array(), ciphertext: new Uint8Array() },
      sample(2),
      sample(1),
    ])
    expect(await store.newest()).toMatchObject({ generation: 3, protected: '' })
  })

  it('altogether is told as a failure of the storage', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError')
    })
    expect(await codeOf(() => store.list())).toBe('storage-failed')
    vi.restoreAllMocks()
    expect(await store.list()).toEqual([])
  })
})

describe('a connection', () => {
  it('makes way for a newer version, whose stores are then told as newer', async () => {
    await appendUpTo(1)
    const newer = await openDB('sixpence', 3)
    newer.close()
    expect(await codeOf(() => store.list())).toBe('vault-newer')
  })

  it('takes up what the first version kept, and has room for drafts', async () => {
    const first = await openDB('sixpence', 1, {
      upgrade: (created) =>
        void created.createObjectStore('generations', { keyPath: 'generation' }),
    })
    await first.add('generations', sample(1))
    first.close()
    expect(await store.list()).toEqual([sample(1)])
    await createDraftStore().write('popup', 'sealed')
    expect(await store.list()).toEqual([sample(1)])
  })

  it('that was closed under us is opened again', async () => {
    await appendUpTo(1)
    const transaction = IDBDatabase.prototype.transaction
    let failures = 1
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...given: Parameters<typeof transaction>
    ) {
      if (failures-- > 0) throw new DOMException('closing', 'InvalidStateError')
      return transaction.apply(this, given)
    })
    expect(await numbers(store)).toEqual([1])
  })
})

describe('a vault over this store', () => {
  it('survives pages that come and go', async () => {
    const ports = { ...memoryPorts(), store }
    const vault = createVault(ports)
    await vault.create('a password', 1)
    await vault.change(1, () => withAccounts(totpAccount('a')))
    const later = createVault({ ...ports, store: createGenerationStore() })
    await later.lock()
    await later.unlock('a password', 2)
    expect(await later.read(2)).toEqual(savedWith(1, totpAccount('a')))
  })

  it('keeps the old password if the change is cut off', async () => {
    const vault = createVault({ ...memoryPorts(), store })
    await vault.create('a password', 1)
    await vault.change(1, () => withAccounts(totpAccount('a')))
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new Error('crash')
    })
    expect(await codeOf(() => vault.changePassword('a password', 'b', 1))).toBe('storage-failed')
    vi.restoreAllMocks()
    await vault.unlock('a password', 2)
    expect(await vault.read(2)).toEqual(savedWith(1, totpAccount('a')))
    expect(await vault.verifyPassword('b')).toBe(false)
  })
})
