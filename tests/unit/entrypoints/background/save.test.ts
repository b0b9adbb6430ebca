import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createSave } from '@/entrypoints/background/save'
import type { Unsaved, UnsavedStore } from '@/utils/storage/unsaved-store'
import { createVault } from '@/utils/vault/create-vault'
import type { Vault } from '@/utils/vault/vault'
import {
  cheapKek,
  memoryFiles,
  memoryLocks,
  memorySession,
  memoryStore,
} from '../../utils/vault/memory-ports'
import { accountOf, nowMs, siteOf } from './sample'

const popup = {
  origin: 'chrome-extension://ours',
  url: '',
  documentId: null,
  tabId: null,
  frameId: null,
}
const lookAgain = vi.fn(async () => {})
const unsaved = memoryUnsaved()
const ada = accountOf('ada', [siteOf('https://example.org')])
const add = { kind: 'add', account: ada }

let vault: Vault
const save = (draft: string) =>
  createSave({ vault, now: () => nowMs, lookAgain, unsaved })(
    { type: 'account.save', draft },
    popup,
  )

function memoryUnsaved(): UnsavedStore & { kept: Unsaved | null } {
  return {
    kept: null,
    async read() {
      return this.kept
    },
    async write(kept) {
      this.kept = kept
    },
    async restore() {},
    async clear(draft) {
      if (this.kept?.draft === draft) this.kept = null
    },
  }
}

beforeEach(async () => {
  unsaved.kept = null
  vi.clearAllMocks()
  vault = createVault({
    store: memoryStore(),
    files: memoryFiles(),
    session: memorySession(),
    deriveKek: cheapKek,
    exclusively: memoryLocks(),
  })
  await vault.create('correct horse', nowMs)
})

describe('createSave', () => {
  it('saves what was reviewed, then has the pages in front look again', async () => {
    lookAgain.mockImplementationOnce(async () => {
      expect((await vault.read(nowMs)).accounts).toEqual([ada])
    })
    expect(await save(await vault.sealDraft(add, nowMs))).toEqual({ accountId: 'ada' })
    expect(lookAgain).toHaveBeenCalledOnce()
  })

  it('does no harm when it is asked twice', async () => {
    const draft = await vault.sealDraft(add, nowMs)
    await save(draft)
    await save(draft)
    expect((await vault.read(nowMs)).accounts).toEqual([ada])
  })

  it.each([null, 'text', ada, { ...add, account: { ...ada, parameters: { type: 'motp' } } }])(
    'refuses what is no draft: %#',
    async (value) => {
      await expect(save(await vault.sealDraft(value, nowMs))).rejects.toMatchObject({
        code: 'message-refused',
      })
      expect((await vault.read(nowMs)).accounts).toEqual([])
    },
  )

  it('refuses a draft that was not sealed by this vault', async () => {
    await expect(save('AAAA')).rejects.toMatchObject({ code: 'message-refused' })
    expect(unsaved.kept).toBeNull()
    expect(lookAgain).not.toHaveBeenCalled()
  })

  it('saves nothing while locked', async () => {
    const draft = await vault.sealDraft(add, nowMs)
    await vault.lock()
    await expect(save(draft)).rejects.toMatchObject({ code: 'vault-locked' })
  })

  it('keeps what could not be saved, and why: the popup may be gone', async () => {
    const draft = await vault.sealDraft(add, nowMs)
    await vault.lock()
    await expect(save(draft)).rejects.toMatchObject({ code: 'vault-locked' })
    expect(unsaved.kept).toEqual({ draft, code: 'vault-locked' })
  })

  it('forgets it once it is saved, and only then', async () => {
    const draft = await vault.sealDraft(add, nowMs)
    const other = await vault.sealDraft(add, nowMs)
    unsaved.kept = { draft, code: 'storage-full' }
    await save(other)
    expect(unsaved.kept).not.toBeNull()
    await save(draft)
    expect(unsaved.kept).toBeNull()
  })
})
