import { beforeEach, describe, expect, it } from 'vitest'
import { record } from '@/tests/long-run'
import { createVault } from '@/utils/vault/create-vault'
import type { Settings } from '@/utils/vault/document'
import type { Vault } from '@/utils/vault/vault'
import { type MemoryPorts, memoryPorts } from './memory-ports'

// The deadline beside the key is the rule: nothing that happens to clocks and alarms moves it out.

const start = 1_700_000_000_000
const minute = 60_000
const day = 24 * 60 * minute
let ports: MemoryPorts
let vault: Vault

beforeEach(async () => {
  ports = memoryPorts()
  vault = createVault(ports)
  await vault.create('a password', start)
})

const set = (settings: Partial<Settings>, nowMs: number) =>
  vault.change(nowMs, (document) => ({
    ...document,
    settings: { ...document.settings, ...settings },
  }))

/** Uses of a vault that locks after 15 minutes, each at its minute; then whether it is open. */
const histories: readonly (readonly [
  what: string,
  uses: readonly number[],
  at: number,
  status: 'locked' | 'unlocked',
])[] = [
  ['unused, a moment before', [], 14.99, 'unlocked'],
  ['unused, at the deadline', [], 15, 'locked'],
  ['no alarm ever rang', [], 60, 'locked'],
  ['used, before the moved deadline', [10], 24.99, 'unlocked'],
  ['used, at the moved deadline', [10], 25, 'locked'],
  ['used too late', [16], 16, 'locked'],
  ['used too late, and again', [16, 16.5], 17, 'locked'],
  ['the computer slept for a day', [1], 24 * 60, 'locked'],
  ['the clock jumps ahead', [0.5], 365 * 24 * 60, 'locked'],
  ['the clock is set back before the unlocking', [10], -1, 'locked'],
  ['the clock is set back between unlocking and last use', [10], 5, 'locked'],
  ['the clock is set back by seconds', [10], 9.5, 'unlocked'],
  ['the clock is set back and a use follows', [10, 5], 5, 'locked'],
  ['the clock is set back and ahead again', [10, 5], 11, 'locked'],
  ['a use by a window whose clock read earlier', [10, 9.9], 24.99, 'unlocked'],
  ['a use by a window whose clock read earlier, at the deadline', [10, 9.9], 25, 'locked'],
]

describe('a vault that locks after 15 minutes', () => {
  it.each(histories)('%s: uses at %j, at %d: %s', async (_, uses, at, status) => {
    for (const use of uses) await vault.read(start + use * minute).catch(() => undefined)
    expect(await vault.status(start + at * minute)).toBe(status)
    expect(ports.session.session === null).toBe(status === 'locked')
  })

  it('counts for the table', () => {
    const late = histories.filter(([, , , status]) => status === 'locked').length
    record({
      promise: 'P14',
      what: 'clock jumps, lost alarms, late uses',
      where: `node ${process.versions.node}`,
      count: histories.length,
      result: `${late} of ${late} locked, no key left`,
    })
  })
})

describe('the limit in use', () => {
  const use = async (fromMinute: number, toMinute: number) => {
    for (let at = fromMinute; at < toMinute; at += 10) await vault.read(start + at * minute)
  }

  it('locks at its end though the vault is in use', async () => {
    await set({ lockAtLatestMinutes: 60 }, start)
    await use(0, 60)
    expect(await vault.status(start + 60 * minute - 1)).toBe('unlocked')
    expect(await vault.status(start + 60 * minute)).toBe('locked')
  })

  it.each([
    ['reading', (nowMs: number) => vault.read(nowMs)],
    ['saving', (nowMs: number) => vault.change(nowMs, (document) => document)],
    ['sealing a draft', (nowMs: number) => vault.sealDraft(1, nowMs)],
  ])('is not moved by %s', async (_, work) => {
    await set({ lockAtLatestMinutes: 20 }, start)
    await work(start + 10 * minute)
    await work(start + 19 * minute)
    expect(await vault.status(start + 20 * minute)).toBe('locked')
  })

  it('counts from the unlocking, also when it is set or changed later', async () => {
    await use(0, 50)
    await set({ lockAtLatestMinutes: 60 }, start + 50 * minute)
    expect(ports.session.session?.deadlineMs).toBe(start + 60 * minute)
    await set({ lockAtLatestMinutes: 240 }, start + 51 * minute)
    expect(ports.session.session?.deadlineMs).toBe(start + 66 * minute)
  })

  it('that is past when it is set locks at once', async () => {
    await use(0, 70)
    await set({ lockAtLatestMinutes: 60 }, start + 70 * minute)
    expect(await vault.status(start + 70 * minute)).toBe('locked')
  })

  it('is lifted when it is taken away', async () => {
    await set({ lockAtLatestMinutes: 20 }, start)
    await set({ lockAtLatestMinutes: undefined }, start + 10 * minute)
    await use(10, 40)
    expect(await vault.status(start + 40 * minute)).toBe('unlocked')
  })

  it('begins anew with the next unlocking', async () => {
    await set({ lockAtLatestMinutes: 20 }, start)
    await vault.unlock('a password', start + day)
    expect(await vault.status(start + day + 14 * minute)).toBe('unlocked')
    expect(ports.session.session?.endMs).toBe(start + day + 20 * minute)
  })

  it('is absent unless somebody sets it', () => {
    expect(ports.session.session?.endMs).toBeUndefined()
  })
})

describe('uses that overlap', () => {
  it('end in the latest deadline, in whatever order they end', async () => {
    const later = vault.read(start + 10 * minute)
    const earlier = vault.read(start + 5 * minute)
    await Promise.all([later, earlier])
    expect(ports.session.session?.deadlineMs).toBe(start + 25 * minute)
  })

  it('with a lock and a new unlock leave the new session its own time', async () => {
    await set({ lockAtLatestMinutes: 20 }, start)
    const { newest } = ports.store
    let once = true
    ports.store.newest = async () => {
      if (once) {
        once = false
        await vault.lock()
        await vault.unlock('a password', start + 6 * minute)
      }
      return await newest.call(ports.store)
    }
    await vault.read(start + 5 * minute)
    expect(ports.session.session?.unlockedAtMs).toBe(start + 6 * minute)
    expect(ports.session.session?.endMs).toBe(start + 26 * minute)
  })
})
