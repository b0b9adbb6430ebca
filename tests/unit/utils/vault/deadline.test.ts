import { beforeEach, describe, expect, it } from 'vitest'
import { createVault } from '@/utils/vault/create-vault'
import type { Vault } from '@/utils/vault/vault'
import { codeOf } from './error-code'
import { type MemoryPorts, memoryPorts } from './memory-ports'

const start = 1_700_000_000_000
const minute = 60_000
let ports: MemoryPorts
let vault: Vault

beforeEach(async () => {
  ports = memoryPorts()
  vault = createVault(ports)
  await vault.create('a password', start)
})

describe('the deadline', () => {
  it('locks at its moment and clears the key', async () => {
    expect(await vault.status(start + 15 * minute - 1)).toBe('unlocked')
    expect(await vault.status(start + 15 * minute)).toBe('locked')
    expect(ports.session.session).toBeNull()
    expect(await vault.status(start)).toBe('locked')
  })

  it('is checked by every use', async () => {
    const late = start + 16 * minute
    const session = ports.session.session
    for (const work of [
      () => vault.read(late),
      () => vault.change(late, (document) => document),
      () => vault.inspect(late),
      () => vault.sealDraft(1, late),
      () => vault.openDraft('', late),
      () => vault.drafts(late),
    ]) {
      ports.session.session = session
      expect(await codeOf(work)).toBe('vault-locked')
      expect(ports.session.session).toBeNull()
    }
  })

  it.each([
    ['reading', (v: Vault, nowMs: number) => v.read(nowMs)],
    ['changing', (v: Vault, nowMs: number) => v.change(nowMs, (document) => document)],
    ['sealing a draft', (v: Vault, nowMs: number) => v.sealDraft(1, nowMs)],
  ])('is moved by %s', async (_, use) => {
    await use(vault, start + 14 * minute)
    expect(await vault.status(start + 28 * minute)).toBe('unlocked')
    expect(await vault.status(start + 29 * minute)).toBe('locked')
  })

  it.each([
    ['asking for the status', (v: Vault, nowMs: number) => v.status(nowMs)],
    ['inspecting', (v: Vault, nowMs: number) => v.inspect(nowMs)],
    ['what keeps fills', async (v: Vault, nowMs: number) => (await v.drafts(nowMs)).seal(1)],
  ])('is not moved by %s', async (_, use) => {
    await use(vault, start + 14 * minute)
    expect(await vault.status(start + 15 * minute)).toBe('locked')
  })

  it('follows the setting at once', async () => {
    await vault.change(start, (document) => ({ ...document, settings: { lockAfterMinutes: 1 } }))
    expect(await vault.status(start + minute - 1)).toBe('unlocked')
    expect(await vault.status(start + minute)).toBe('locked')
  })

  it('is not written for uses within a second', async () => {
    const { writes } = ports.session
    await vault.read(start + 100)
    await vault.read(start + 900)
    expect(ports.session.writes).toBe(writes)
    await vault.read(start + 2_000)
    expect(ports.session.writes).toBe(writes + 1)
  })
})

describe('a clock that is set back', () => {
  it('before the last use locks', async () => {
    await vault.read(start + 10 * minute)
    expect(await vault.status(start + 8 * minute)).toBe('locked')
    expect(ports.session.session).toBeNull()
  })

  it('by seconds changes nothing and never brings the deadline nearer or further', async () => {
    await vault.read(start - 30_000)
    expect(ports.session.session?.deadlineMs).toBe(start + 15 * minute)
  })
})

describe('a use that overlaps a lock', () => {
  it('does not bring the key back', async () => {
    const { newest } = ports.store
    ports.store.newest = async () => {
      await vault.lock()
      return await newest.call(ports.store)
    }
    await vault.read(start + 5 * minute)
    expect(ports.session.session).toBeNull()
  })
})
