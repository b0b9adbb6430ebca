import { beforeEach, expect, it } from 'vitest'
import { createVault } from '@/utils/vault/create-vault'
import type { SealedDrafts } from '@/utils/vault/drafts'
import type { Vault } from '@/utils/vault/vault'
import { memoryPorts } from './memory-ports'

const nowMs = 1_700_000_000_000
let kept: Map<string, string>
let drafts: SealedDrafts
let vault: Vault

beforeEach(async () => {
  kept = new Map()
  drafts = {
    list: async () => [...kept].map(([slot, sealed]) => ({ slot, sealed })),
    replace: async (slot, from, to) => {
      if (kept.get(slot) !== from) return
      if (to === null) kept.delete(slot)
      else kept.set(slot, to)
    },
    clear: async () => kept.clear(),
  }
  vault = createVault({ ...memoryPorts(), drafts })
  await vault.create('old', nowMs)
})

it('a change of the password takes the drafts along to the new key', async () => {
  kept.set('popup', await vault.sealDraft({ typed: 'half an acc' }, nowMs))
  const before = kept.get('popup')
  await vault.changePassword('old', 'new', nowMs)
  expect(kept.get('popup')).not.toBe(before)
  expect(await vault.openDraft(kept.get('popup') ?? '', nowMs)).toEqual({ typed: 'half an acc' })
})

it('what cannot be opened goes with the old key', async () => {
  kept.set('foreign', 'AAAA')
  await vault.changePassword('old', 'new', nowMs)
  expect(kept.size).toBe(0)
})

it('a store of drafts that fails does not stop a change of the password', async () => {
  drafts.list = () => Promise.reject(new Error('disk'))
  await vault.changePassword('old', 'new', nowMs)
  expect(await vault.verifyPassword('new')).toBe(true)
})

it('a draft left under the old key is none, and no error', async () => {
  const sealed = await vault.sealDraft('typed', nowMs)
  await vault.changePassword('old', 'new', nowMs)
  expect(await vault.openDraft(sealed, nowMs)).toBeNull()
})

it('drafts go with the vault', async () => {
  kept.set('popup', await vault.sealDraft('typed', nowMs))
  await vault.remove()
  expect(kept.size).toBe(0)
})
