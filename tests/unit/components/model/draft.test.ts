import { expect, test } from 'vitest'
import { createDraft } from '@/components/model/draft'
import { createFakeVault } from './fake-vault'

function setUp() {
  const fake = createFakeVault({ password: 'right' })
  const kept = new Map<string, string>()
  const writes: string[] = []
  const store = {
    read: async (slot: string) => kept.get(slot) ?? null,
    write: async (slot: string, sealed: string) => {
      writes.push(sealed)
      kept.set(slot, sealed)
    },
    remove: async (slot: string) => {
      kept.delete(slot)
    },
  }
  const parse = (value: unknown) => (typeof value === 'string' ? value : null)
  return { fake, kept, writes, draft: createDraft({ ...fake, store, now: () => 0 }, 'add', parse) }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

test('what is typed comes back', async () => {
  const { fake, draft } = setUp()
  await fake.vault.unlock('right', 0)
  draft.keep('half an acc')
  await settled()
  expect(await draft.load()).toBe('half an acc')
})

test('of what is typed in a burst only the first and the last are written', async () => {
  const { fake, draft, writes } = setUp()
  await fake.vault.unlock('right', 0)
  for (const text of ['a', 'ab', 'abc', 'abcd']) draft.keep(text)
  await settled()
  expect(writes).toEqual(['"a"', '"abcd"'])
})

test('locking hides a draft and unlocking brings it back', async () => {
  const { fake, draft } = setUp()
  await fake.vault.unlock('right', 0)
  draft.keep('text')
  await settled()
  await fake.vault.lock()
  expect(await draft.load()).toBeNull()
  await fake.vault.unlock('right', 0)
  expect(await draft.load()).toBe('text')
})

test('typing on after the vault locked itself keeps what was kept before', async () => {
  const { fake, draft, kept } = setUp()
  await fake.vault.unlock('right', 0)
  draft.keep('text')
  await settled()
  await fake.vault.lock()
  draft.keep('text and more')
  await settled()
  expect(kept.get('add')).toBe('"text"')
})

test('a dropped draft is gone, even while it is being written', async () => {
  const { fake, draft, kept } = setUp()
  await fake.vault.unlock('right', 0)
  draft.keep('text')
  await draft.drop()
  expect(kept.size).toBe(0)
})

test('what is no such draft is none', async () => {
  const { fake, draft, kept } = setUp()
  await fake.vault.unlock('right', 0)
  kept.set('add', '42')
  expect(await draft.load()).toBeNull()
})
