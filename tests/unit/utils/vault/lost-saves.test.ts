import { describe, expect, it } from 'vitest'
import { AppError } from '@/utils/errors/app-error'
import {
  adding,
  copied,
  ids,
  makeVaults,
  nowMs,
  password,
  ports,
  stored,
  tailLost,
  unlockAgain,
  vault,
} from './copies-bed'
import { codeOf } from './error-code'
import { allWell } from './samples'

makeVaults()

describe('a store that lost its newest saves', () => {
  it.each([1, 2, 3])('opens from the copy (%i lost) and gets it back at once', async (lost) => {
    tailLost(lost)
    expect(await unlockAgain()).toEqual({ ...allWell(nowMs), openedFrom: 'copy' })
    expect(ids(await vault.read(nowMs))).toEqual(['a', 'b'])
    expect(stored()[0]).toBe(4)
    expect(await vault.inspect(nowMs)).toEqual(allWell(nowMs))
  })

  it('all of them: is locked, not gone, and never made anew over', async () => {
    tailLost(3)
    await vault.lock()
    expect(await vault.status(nowMs)).toBe('locked')
    expect(await vault.wasLost()).toBe(false)
    expect(await codeOf(() => vault.create('another', nowMs))).toBe('vault-exists')
  })

  it('is read and saved to by a session that was open', async () => {
    tailLost(2)
    expect(ids(await vault.read(nowMs))).toEqual(['a', 'b'])
    await vault.change(nowMs, adding('c'))
    expect(stored()).toEqual([4, 1])
    expect(ids(await vault.read(nowMs))).toEqual(['a', 'b', 'c'])
  })

  it('notes in the vault what happened, until the user has read it', async () => {
    tailLost(1)
    await unlockAgain()
    expect((await vault.read(nowMs)).mishap).toEqual({
      foundAtMs: nowMs,
      openedFrom: 'copy',
      savedAtMs: nowMs,
      skippedGenerations: 0,
      missingSaves: 0,
    })
    await vault.change(nowMs, adding('c'))
    expect((await vault.read(nowMs)).mishap).toBeDefined()
  })

  it('and whose copy is as old says how many saves are missing', async () => {
    const old = structuredClone(ports.store.generations)
    const oldCopies = new Map(ports.files.content)
    for (const id of ['c', 'd']) await vault.change(nowMs, adding(id))
    ports.store.generations = old
    for (const [name, bytes] of oldCopies) ports.files.content.set(name, bytes)
    expect(await unlockAgain()).toEqual({ ...allWell(nowMs), rolledBack: true, missingSaves: 2 })
    expect(stored()[0]).toBe(6)
    expect(await unlockAgain()).toEqual(allWell(nowMs))
    expect((await vault.read(nowMs)).mishap).toMatchObject({ missingSaves: 2 })
  })
})

describe('a store that fails', () => {
  const fail = async () => {
    throw new AppError('storage-failed')
  }

  it('is stepped over for the copy', async () => {
    await vault.lock()
    Object.assign(ports.store, { newest: fail, list: fail, append: fail })
    expect(await vault.status(nowMs)).toBe('locked')
    expect(await vault.unlock(password, nowMs)).toMatchObject({ openedFrom: 'copy' })
    expect(ids(await vault.read(nowMs))).toEqual(['a', 'b'])
  })

  it('does not end the saving: the copy takes it, and what happened is noted', async () => {
    await vault.lock()
    Object.assign(ports.store, { newest: fail, list: fail, append: fail })
    await vault.unlock(password, nowMs)
    expect(await vault.read(nowMs)).toMatchObject({ mishap: { openedFrom: 'copy' } })
    await vault.change(nowMs, adding('c'))
    expect(copied()).toEqual([4, 5])
    await unlockAgain()
    expect(ids(await vault.read(nowMs))).toEqual(['a', 'b', 'c'])
  })

  it('in the midst of a save makes the save fail: it may only be so for a moment', async () => {
    Object.assign(ports.store, { append: fail })
    expect(await codeOf(() => vault.change(nowMs, adding('c')))).toBe('storage-failed')
    expect(copied()).toEqual([2, 3])
  })

  it('without a copy to write to makes the save fail', async () => {
    await vault.lock()
    Object.assign(ports.store, { newest: fail, list: fail, append: fail })
    await vault.unlock(password, nowMs)
    ports.files.write = fail
    expect(await codeOf(() => vault.change(nowMs, adding('c')))).toBe('storage-failed')
  })

  it('keeps its password: a new one must not leave anything under the old key', async () => {
    await vault.lock()
    Object.assign(ports.store, { newest: fail, list: fail, append: fail })
    await vault.unlock(password, nowMs)
    const changing = () => vault.changePassword(password, 'another password', nowMs)
    const before = copied()
    expect(await codeOf(changing)).toBe('storage-failed')
    expect(copied()).toEqual(before)
  })

  it('without a copy is told as it is', async () => {
    await vault.lock()
    ports.files.content.clear()
    Object.assign(ports.store, { newest: fail, list: fail })
    expect(await codeOf(() => vault.status(nowMs))).toBe('storage-failed')
    expect(await codeOf(() => vault.unlock(password, nowMs))).toBe('storage-failed')
  })
})
