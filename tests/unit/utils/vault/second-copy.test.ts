import { describe, expect, it, vi } from 'vitest'
import { toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { createVault } from '@/utils/vault/create-vault'
import {
  adding,
  copied,
  copyIn,
  damagedNames,
  ids,
  makeVaults,
  nowMs,
  password,
  ports,
  slots,
  spoilStore,
  tailLost,
  unlockAgain,
  vault,
} from './copies-bed'
import { codeOf } from './error-code'
import { memoryPorts, noFiles } from './memory-ports'
import { allWell } from './samples'

makeVaults()

describe('the second copy', () => {
  it('is the newest generation, sealed as it is, in slots written in turn', async () => {
    expect(copied()).toEqual([2, 3])
    await vault.change(nowMs, adding('c'))
    expect(copied()).toEqual([3, 4])
    const [newest] = ports.store.generations
    expect(slots.map(copyIn)).toContainEqual(newest)
    expect(await vault.inspect(nowMs)).toEqual(allWell(nowMs))
  })

  it('is written before a save is answered', async () => {
    let written = false
    const write = ports.files.write
    ports.files.write = async (name, bytes) => {
      await new Promise((done) => setTimeout(done, 5))
      await write(name, bytes)
      written = true
    }
    await vault.change(nowMs, adding('c'))
    expect(written).toBe(true)
  })

  it('that cannot be written costs no save, and is told', async () => {
    ports.files.write = noFiles.write
    expect(ids(await vault.change(nowMs, adding('c')))).toEqual(['a', 'b', 'c'])
    expect(await vault.inspect(nowMs)).toEqual({ ...allWell(nowMs), copied: false })
    expect(await unlockAgain()).toEqual({ ...allWell(nowMs), copied: false })
  })

  it('that nobody can have changes nothing else', async () => {
    const without = createVault({ ...memoryPorts(), files: noFiles })
    expect(await without.status(nowMs)).toBe('none')
    await without.create(password, nowMs)
    await without.change(nowMs, adding('a'))
    await without.changePassword(password, 'another', nowMs)
    await without.lock()
    expect(await without.unlock('another', nowMs)).toEqual({ ...allWell(nowMs), copied: false })
    expect(await without.damaged(nowMs)).toEqual([])
    await without.check(nowMs)
    await without.remove()
    expect(await without.status(nowMs)).toBe('none')
  })

  it('is brought up by an unlocking after it fell behind', async () => {
    const before = new Map(ports.files.content)
    await vault.change(nowMs, adding('c'))
    ports.files.content.clear()
    for (const [name, bytes] of before) ports.files.content.set(name, bytes)
    expect(await unlockAgain()).toEqual(allWell(nowMs))
    expect(copied()).toEqual([3, 4])
  })

  it('that stays under the old key is told by the change, and replaced later', async () => {
    const write = ports.files.write
    ports.files.write = noFiles.write
    expect(await vault.changePassword(password, 'another', nowMs)).toBe(false)
    ports.files.write = write
    await vault.check(nowMs)
    await vault.lock()
    await vault.unlock('another', nowMs)
    expect(copied()).toEqual([4, 4])
  })

  it('is tried once more by a change of the password', async () => {
    const write = ports.files.write
    let fails = 1
    ports.files.write = async (name, bytes) => {
      fails -= 1
      if (fails === 0) throw new AppError('storage-failed')
      await write(name, bytes)
    }
    expect(await vault.changePassword(password, 'another', nowMs)).toBe(true)
    expect(copied()).toEqual([4, 4])
  })

  it('is no matter of a change where there never was one', async () => {
    const without = createVault({ ...ports, files: noFiles })
    expect(await without.changePassword(password, 'another', nowMs)).toBe(true)
  })

  it('keeps nothing under the old key after a change of the password', async () => {
    await vault.changePassword(password, 'another', nowMs)
    expect(copied()).toEqual([4, 4])
    expect(damagedNames()).toEqual([])
    await vault.lock()
    tailLost(1)
    expect(await codeOf(() => vault.unlock(password, nowMs))).toBe('password-wrong')
    expect(await vault.unlock('another', nowMs)).toMatchObject({ openedFrom: 'copy' })
  })
})

describe('the self-check', () => {
  it('brings the copy up to the store, without a key', async () => {
    const before = new Map(ports.files.content)
    await vault.change(nowMs, adding('c'))
    ports.files.content.clear()
    for (const [name, bytes] of before) ports.files.content.set(name, bytes)
    await vault.lock()
    await vault.check(nowMs)
    expect(copied()).toEqual([3, 4])
    expect(slots.map(copyIn)).toContainEqual(ports.store.generations[0])
  })

  it('touches nothing when all is well, nor where there is no vault', async () => {
    ports.files.write = () => expect.fail('nothing to write')
    await vault.check(nowMs)
    await createVault(memoryPorts()).check(nowMs)
  })

  it('leaves a copy that is newer or differs for the password to judge', async () => {
    const content = new Map(ports.files.content)
    tailLost(1)
    await vault.check(nowMs)
    spoilStore(0)
    await vault.check(nowMs)
    expect(ports.files.content).toEqual(content)
  })

  it('keeps what has lost its shape, and copies none of it', async () => {
    const [newest, ...older] = ports.store.generations
    const nothing = { protected: '', nonce: new Uint8Array(), ciphertext: new Uint8Array() }
    ports.store.generations = [{ generation: newest?.generation ?? 0, ...nothing }, ...older]
    ports.files.content.set('copy-a', toUtf8('torn'))
    await vault.check(nowMs)
    await vault.check(nowMs)
    expect(await vault.damaged(nowMs)).toHaveLength(2)
    expect(copyIn('copy-b')).not.toBeNull()
  })
})

describe('removing', () => {
  it('forgets copies and damage, and is not taken for a loss', async () => {
    spoilStore(0)
    await unlockAgain()
    await vault.remove()
    expect(ports.files.content.size).toBe(0)
    expect(await vault.status(nowMs)).toBe('none')
    expect(await vault.wasLost()).toBe(false)
  })

  it('forgets what else was sealed with the key, and is done where that fails', async () => {
    const clear = vi.fn(() => Promise.reject(new AppError('storage-failed')))
    await createVault({ ...ports, traces: { clear } }).remove()
    expect(clear).toHaveBeenCalledOnce()
    expect(await vault.status(nowMs)).toBe('none')
  })

  it('does not look done while a copy stays', async () => {
    ports.files.clear = noFiles.clear
    expect(await codeOf(() => vault.remove())).toBe('storage-failed')
  })
})

describe('a slot that cannot be read now', () => {
  it('is neither written over nor overtaken by what opens without it', async () => {
    const sound = ports.files.read
    spoilStore(0)
    const newest = slots.find((slot) => copyIn(slot)?.generation === 3) ?? expect.fail()
    ports.files.read = async (name) => {
      if (name === newest) throw new AppError('storage-failed')
      return await sound(name)
    }
    expect(await unlockAgain()).toMatchObject({ skippedGenerations: 1, copied: false })
    ports.files.read = sound
    expect(await unlockAgain()).toMatchObject({ openedFrom: 'copy', skippedGenerations: 0 })
    expect(ids(await vault.read(nowMs))).toEqual(['a', 'b'])
  })
})
