import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@/utils/errors/app-error'
import { addAccount, trashAccount } from '@/utils/vault/accounts'
import { createVault } from '@/utils/vault/create-vault'
import type { VaultDocument } from '@/utils/vault/document'
import type { SealedGeneration, Vault } from '@/utils/vault/vault'
import { codeOf } from './error-code'
import { type MemoryPorts, memoryPorts } from './memory-ports'
import { allWell, totpAccount } from './samples'

const password = 'a password'
const nowMs = 1_700_000_000_000
const day = 86_400_000
let ports: MemoryPorts
let vault: Vault

const adding = (id: string) => (document: VaultDocument) => addAccount(document, totpAccount(id))
const ids = (document: VaultDocument) => document.accounts.map(({ id }) => id)
const numbers = () => ports.store.generations.map(({ generation }) => generation)

/** In the store; the copies are gone. */
function damage(index: number, change: Partial<SealedGeneration>): void {
  ports.files.content.clear()
  ports.store.generations = ports.store.generations.map((sealed, at) =>
    at === index ? { ...sealed, ...change } : sealed,
  )
}

beforeEach(async () => {
  ports = memoryPorts()
  vault = createVault(ports)
  await vault.create(password, nowMs)
})

describe('a change', () => {
  it('is a new generation; the last five stay; the header stays', async () => {
    const header = ports.store.generations[0]?.protected
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) await vault.change(nowMs, adding(id))
    expect(numbers()).toEqual([7, 6, 5, 4, 3])
    expect(new Set(ports.store.generations.map((g) => g.protected))).toEqual(new Set([header]))
    expect(ids(await vault.read(nowMs))).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(ports.highWater.generation).toBe(7)
  })

  it('that fails saves nothing', async () => {
    const broken = () => {
      throw new AppError('account-missing')
    }
    expect(await codeOf(() => vault.change(nowMs, broken))).toBe('account-missing')
    const illShaped = () => ({}) as VaultDocument
    expect(await codeOf(() => vault.change(nowMs, illShaped))).toBe('unexpected')
    expect(numbers()).toEqual([1])
  })

  it('tells a full store and keeps the old state', async () => {
    ports.store.append = async () => {
      throw new AppError('storage-full')
    }
    expect(await codeOf(() => vault.change(nowMs, adding('a')))).toBe('storage-full')
    expect(ids(await vault.read(nowMs))).toEqual([])
  })

  it('counts as saved though the mark cannot be written', async () => {
    ports.highWater.write = async () => {
      throw new Error('no')
    }
    expect(ids(await vault.change(nowMs, adding('a')))).toEqual(['a'])
  })

  it('drops what has lain in the trash for more than 30 days', async () => {
    await vault.change(nowMs, adding('old'))
    await vault.change(nowMs, (document) => trashAccount(document, 'old', nowMs - 31 * day))
    await vault.change(nowMs, adding('young'))
    await vault.change(nowMs, (document) => trashAccount(document, 'young', nowMs - 29 * day))
    expect(ids(await vault.change(nowMs, (document) => document))).toEqual(['young'])
  })
})

describe('two writers', () => {
  it('lose no save', async () => {
    const writers = [vault, createVault(ports)]
    const names = Array.from({ length: 20 }, (_, index) => `id${index}`)
    await Promise.all(names.map((id, index) => writers[index % 2]?.change(nowMs, adding(id))))
    expect(ids(await vault.read(nowMs)).sort()).toEqual([...names].sort())
  })

  it('lose no save even where nothing keeps them apart', async () => {
    const apart = { ...ports, exclusively: <T>(_: string, work: () => Promise<T>) => work() }
    const writers = [createVault(apart), createVault(apart), createVault(apart)]
    await Promise.all(writers.map((writer, index) => writer.change(nowMs, adding(`id${index}`))))
    expect(ids(await vault.read(nowMs)).sort()).toEqual(['id0', 'id1', 'id2'])
  })

  it('that never meet a quiet moment are told of the conflict', async () => {
    ports.store.append = async () => {
      throw new AppError('vault-conflict')
    }
    expect(await codeOf(() => vault.change(nowMs, adding('a')))).toBe('vault-conflict')
  })
})

describe('a damaged newest generation', () => {
  beforeEach(async () => {
    await vault.change(nowMs, adding('a'))
    await vault.change(nowMs, adding('b'))
  })

  it.each([
    ['body', { ciphertext: new Uint8Array(4112) }],
    ['nonce', { nonce: new Uint8Array(12) }],
    ['header', { protected: 'AAAA' }],
    ['everything', { protected: '', nonce: new Uint8Array(), ciphertext: new Uint8Array() }],
  ])('in its %s is stepped over and told, with key and with password', async (_, change) => {
    damage(0, change)
    expect(ids(await vault.read(nowMs))).toEqual(['a'])
    const told = { ...allWell(nowMs), skippedGenerations: 1, missingSaves: 1 }
    expect(await vault.inspect(nowMs)).toEqual({ ...told, copied: false })
    await vault.lock()
    expect(await vault.unlock(password, nowMs)).toEqual(told)
    expect(ids(await vault.read(nowMs))).toEqual(['a'])
  })

  it('is followed by the next save, not overwritten', async () => {
    damage(0, { ciphertext: new Uint8Array(4112) })
    await vault.change(nowMs, adding('c'))
    expect(numbers()).toEqual([4, 3, 2, 1])
    expect(ids(await vault.read(nowMs))).toEqual(['a', 'c'])
    expect(await vault.inspect(nowMs)).toMatchObject({ skippedGenerations: 0 })
  })

  it('among all damaged ones is told as damage, not as a wrong password', async () => {
    for (const index of [0, 1, 2]) damage(index, { ciphertext: new Uint8Array(16) })
    await vault.lock()
    expect(await codeOf(() => vault.unlock(password, nowMs))).toBe('vault-damaged')
    expect(await codeOf(() => vault.unlock('wrong', nowMs))).toBe('password-wrong')
    for (const index of [0, 1, 2]) damage(index, { protected: 'AAAA' })
    expect(await codeOf(() => vault.unlock(password, nowMs))).toBe('vault-damaged')
  })

  it('of a newer version is never stepped over', async () => {
    const header = JSON.parse(atob(ports.store.generations[0]?.protected ?? '')) as object
    const newer = btoa(JSON.stringify({ ...header, minReader: 2 })).replace(/=*$/, '')
    damage(0, { protected: newer })
    expect(await codeOf(() => vault.read(nowMs))).toBe('vault-locked')
    expect(await codeOf(() => vault.unlock(password, nowMs))).toBe('vault-newer')
  })
})

describe('an older copy that was put back', () => {
  it('is told until the next save, which comes after all that was ever saved', async () => {
    await vault.change(nowMs, adding('a'))
    const old = structuredClone(ports.store.generations)
    await vault.change(nowMs, adding('b'))
    ports.store.generations = old
    ports.files.content.clear()
    const told = { ...allWell(nowMs), rolledBack: true, missingSaves: 1 }
    expect(await vault.inspect(nowMs)).toEqual({ ...told, copied: false })
    await vault.change(nowMs, adding('c'))
    expect(numbers()).toEqual([4, 2, 1])
    expect(await vault.inspect(nowMs)).toEqual(allWell(nowMs))
  })

  it('under a higher number does not open', async () => {
    await vault.change(nowMs, adding('a'))
    const [newest, oldest] = ports.store.generations
    if (newest === undefined || oldest === undefined) throw new Error('no generations')
    ports.store.generations = [{ ...oldest, generation: 3 }, newest, oldest]
    ports.files.content.clear()
    expect(ids(await vault.read(nowMs))).toEqual(['a'])
    expect(await vault.inspect(nowMs)).toMatchObject({ skippedGenerations: 1 })
  })
})
