import { beforeEach, describe, expect, it } from 'vitest'
import { createFillsStore } from '@/entrypoints/background/fills-store'
import { use } from '@/entrypoints/background/ledger'
import { type Fills, noFills } from '@/entrypoints/background/prompts'
import { createVault } from '@/utils/vault/create-vault'
import { memoryPorts } from '../../utils/vault/memory-ports'

const nowMs = 1_700_000_010_000
const slot = { key: 'of-the-secret', period: 30 }
const prompt = {
  tabId: 7,
  place: 'https://bank.example/prompt',
  key: slot.key,
  step: 1,
  atMs: nowMs,
  left: false,
  refused: false,
}
const typed: Fills = use({ ...noFills, prompts: [prompt] }, slot, nowMs, 7)

const write = (edited: Fills) => () => [edited, null] as const
const look = (fills: Fills) => [fills, fills] as const

describe('createFillsStore', () => {
  const kept = new Map<string, string>()
  const ports = memoryPorts()
  const vault = createVault(ports)
  const fills = createFillsStore({
    vault,
    store: {
      read: async (name) => kept.get(name) ?? null,
      write: async (name, sealed) => void kept.set(name, sealed),
    },
    exclusively: ports.exclusively,
    now: () => nowMs,
  })

  beforeEach(async () => {
    kept.clear()
    await vault.remove()
    await vault.create('correct horse', nowMs)
  })

  it('begins with nothing typed', async () => {
    expect(await fills.change(nowMs, look)).toEqual(noFills)
    expect(kept.size).toBe(0)
  })

  it('keeps what was typed, and nothing of it readable', async () => {
    await fills.change(nowMs, write(typed))
    expect(await fills.change(nowMs, look)).toEqual(typed)
    const text = atob([...kept.values()].join())
    expect(text).not.toContain('bank.example')
    expect(text).not.toContain(slot.key)
  })

  it('lets changes wait for each other', async () => {
    const count = (all: Fills) =>
      [{ ...all, unknownUntilMs: (all.unknownUntilMs ?? 0) + 1 }, null] as const
    await Promise.all(Array.from({ length: 20 }, () => fills.change(nowMs, count)))
    expect((await fills.change(nowMs, look)).unknownUntilMs).toBe(20)
  })

  it('keeps nothing while locked, and has no code leave', async () => {
    await vault.lock()
    await expect(fills.change(nowMs, write(typed))).rejects.toMatchObject({ code: 'vault-locked' })
    expect(kept.size).toBe(0)
  })

  it.each([
    [
      'sealed by a vault that is gone',
      async () => {
        await fills.change(nowMs, write(typed))
        await vault.remove()
        await vault.create('battery staple', nowMs)
      },
    ],
    ['spoiled', async () => void kept.set('fills', 'AAAA')],
    [
      'of another shape',
      async () => void kept.set('fills', await vault.sealDraft({ used: 'all' }, nowMs)),
    ],
  ])('takes nothing for free, once, where what was kept is %s', async (_, spoil) => {
    await spoil()
    expect(await fills.change(nowMs, look)).toEqual({ ...noFills, unknownUntilMs: nowMs })
    expect(await fills.change(nowMs + 60_000, look)).toEqual({ ...noFills, unknownUntilMs: nowMs })
  })

  it('leaves what it cannot read to who knows the time of codes', async () => {
    await fills.change(nowMs, write(typed))
    await vault.remove()
    await vault.create('battery staple', nowMs)
    await fills.amend((all) => ({ ...all, prompts: [] }))
    const codeMs = nowMs + 600_000
    expect(await fills.change(codeMs, look)).toEqual({ ...noFills, unknownUntilMs: codeMs })
  })

  it('amends what it can read', async () => {
    await fills.change(nowMs, write(typed))
    await fills.amend((all) => ({ ...all, prompts: [] }))
    expect(await fills.change(nowMs, look)).toEqual({ ...typed, prompts: [] })
  })
})
