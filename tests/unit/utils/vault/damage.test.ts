import { beforeEach, describe, expect, it } from 'vitest'
import { fromBase64Url, toBase64Url } from '@/utils/bytes/base64url'
import { fromUtf8, toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { createVault } from '@/utils/vault/create-vault'
import { toVaultFile } from '@/utils/vault/vault-file'
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
  spoilCopy,
  spoiled,
  spoilStore,
  stored,
  tailLost,
  unlockAgain,
  vault,
} from './copies-bed'
import { codeOf } from './error-code'
import { noFiles } from './memory-ports'
import { allWell } from './samples'

makeVaults()

describe('damage', () => {
  it('to the newest in the store costs nothing: the copy has it', async () => {
    const lying = toVaultFile(spoiled(ports.store.generations[0] ?? expect.fail()))
    spoilStore(0)
    expect(await unlockAgain()).toEqual({ ...allWell(nowMs), openedFrom: 'copy' })
    expect(stored()).toEqual([4, 3, 2, 1])
    expect(await vault.damaged(nowMs)).toEqual([
      { from: 'store', generation: 3, foundAtMs: nowMs, bytes: lying },
    ])
  })

  it('to the newest in both places costs one save, and says which state is open', async () => {
    spoilStore(0)
    spoilCopy(3)
    const told = { ...allWell(nowMs), skippedGenerations: 1, missingSaves: 1 }
    expect(await unlockAgain()).toEqual(told)
    expect(ids(await vault.read(nowMs))).toEqual(['a'])
    // The same bytes in both places are one piece.
    expect(await vault.damaged(nowMs)).toHaveLength(1)
  })

  it('to everything but one slot leaves that', async () => {
    for (const index of [0, 1, 2]) spoilStore(index)
    spoilCopy(3)
    const told = await unlockAgain()
    expect(told).toMatchObject({ openedFrom: 'copy', skippedGenerations: 1, missingSaves: 1 })
    expect(await vault.damaged(nowMs)).toHaveLength(3)
  })

  it('to older ones is kept too, before saves drop them', async () => {
    spoilStore(2)
    spoilCopy(2)
    expect(await unlockAgain()).toEqual(allWell(nowMs))
    expect(await vault.damaged(nowMs)).toHaveLength(2)
    for (const id of ['c', 'd', 'e', 'f', 'g']) await vault.change(nowMs, adding(id))
    expect(stored()).not.toContain(1)
    expect(await vault.damaged(nowMs)).toHaveLength(2)
    expect((await vault.read(nowMs)).mishap).toBeUndefined()
  })

  it('is kept once, however often it is seen', async () => {
    ports.files.write = new Proxy(ports.files.write, {
      apply: (target, self, [name, bytes]) =>
        name.startsWith('copy') ? noFiles.write(name, bytes) : target.call(self, name, bytes),
    })
    spoilCopy(2)
    await unlockAgain()
    await unlockAgain()
    expect(await vault.damaged(nowMs)).toHaveLength(1)
  })

  it('where nothing can be kept apart is not dropped from the store', async () => {
    spoilStore(2)
    const without = createVault({ ...ports, files: noFiles })
    for (const id of ['c', 'd', 'e', 'f', 'g']) await without.change(nowMs, adding(id))
    expect(stored()).toEqual([8, 7, 6, 5, 4, 1])
    await without.changePassword(password, 'another', nowMs)
    expect(stored()).toEqual([9, 1])
    const offered = async () => (await without.damaged(nowMs)).map(({ generation }) => generation)
    expect(await offered()).toEqual([1])
    await without.lock()
    // Without the key nobody can tell which.
    expect(await offered()).toEqual([9, 1])
  })

  describe('that cannot be kept apart for want of room', () => {
    let write: typeof ports.files.write
    beforeEach(() => {
      write = ports.files.write
      ports.files.write = async (name, bytes) => {
        if (name.startsWith('damaged')) throw new AppError('storage-full')
        await write(name, bytes)
      }
      spoilStore(2)
    })

    it('is dropped by no number of saves, and kept once there is room', async () => {
      await unlockAgain()
      for (const id of ['c', 'd', 'e', 'f', 'g']) await vault.change(nowMs, adding(id))
      expect(stored()).toEqual([8, 7, 6, 5, 4, 1])
      ports.files.write = write
      await vault.change(nowMs, adding('h'))
      expect(stored()).toEqual([9, 8, 7, 6, 5])
      expect((await vault.damaged(nowMs)).map(({ generation }) => generation)).toEqual([1])
    })

    it('can be saved to a file all the same', async () => {
      const lying = toVaultFile(ports.store.generations[2] ?? expect.fail())
      expect(await vault.damaged(nowMs)).toEqual([
        { from: 'store', generation: 1, foundAtMs: 0, bytes: lying },
      ])
    })

    it('is dropped by no change of the password', async () => {
      await vault.changePassword(password, 'another', nowMs)
      await vault.change(nowMs, adding('c'))
      expect(stored()).toEqual([5, 4, 1])
    })
  })

  it('in a file that does not read hides no other, and nothing sound is shown', async () => {
    for (const index of [1, 2]) spoilStore(index)
    await unlockAgain()
    const [first] = damagedNames()
    const read = ports.files.read
    ports.files.read = async (name) => {
      if (name === first) throw new AppError('storage-failed')
      return await read(name)
    }
    expect(await vault.damaged(nowMs)).toHaveLength(1)
  })

  it('of what will be dropped is looked for, and nothing else', async () => {
    for (const id of ['c', 'd', 'e', 'f']) await vault.change(nowMs, adding(id))
    const asked: number[][] = []
    const beyond = ports.store.beyond.bind(ports.store)
    ports.store.beyond = async (count) => {
      const leaving = await beyond(count)
      asked.push(leaving.map(({ generation }) => generation))
      return leaving
    }
    ports.store.list = () => expect.fail('all of them are read')
    ports.files.names = () => expect.fail('nothing is damaged')
    await vault.change(nowMs, adding('g'))
    expect(asked).toEqual([[3]])
  })

  it('to all of it keeps all of it', async () => {
    for (const index of [0, 1, 2]) spoilStore(index)
    for (const generation of [2, 3]) spoilCopy(generation)
    await vault.lock()
    expect(await codeOf(() => vault.unlock('wrong', nowMs))).toBe('password-wrong')
    expect(await vault.damaged(nowMs)).toEqual([])
    expect(await codeOf(() => vault.unlock(password, nowMs))).toBe('vault-damaged')
    expect((await vault.damaged(nowMs)).map(({ generation }) => generation).sort()).toEqual([
      1, 2, 3,
    ])
  })

  it('to the shape of a slot is kept before the slot is written again', async () => {
    ports.files.content.set('copy-a', toUtf8('torn'))
    ports.files.content.set('copy-b', toUtf8('torn too'))
    await vault.change(nowMs, adding('c'))
    await vault.change(nowMs, adding('d'))
    const texts = (await vault.damaged(nowMs)).map(({ bytes }) => fromUtf8(bytes, 'vault-damaged'))
    expect(texts.sort()).toEqual(['torn', 'torn too'])
    expect(copied()).toEqual([4, 5])
  })

  it('to what lies in a slot, come up while unlocked, is kept before the slot is written', async () => {
    spoilCopy(2)
    await vault.change(nowMs, adding('c'))
    expect(damagedNames()).toHaveLength(1)
    await vault.change(nowMs, adding('d'))
    expect(damagedNames()).toHaveLength(1)
    expect(copied()).toEqual([4, 5])
  })

  it('to all slots of a vault that is gone is no vault, and the loss is told', async () => {
    tailLost(3)
    ports.files.content.set('copy-a', toUtf8('torn'))
    ports.files.content.delete('copy-b')
    await vault.lock()
    expect(await vault.status(nowMs)).toBe('none')
    expect(await vault.wasLost()).toBe(true)
    await vault.create('another', nowMs)
    expect(stored()).toEqual([4])
    expect(await vault.wasLost()).toBe(false)
    expect(await vault.damaged(nowMs)).toHaveLength(1)
  })

  it('to a copy that claims to be newer neither opens nor stays in the way', async () => {
    const sealed = copyIn('copy-a') ?? expect.fail()
    ports.files.content.set('copy-a', toVaultFile({ ...sealed, generation: 99 }))
    await vault.change(nowMs, adding('c'))
    expect(copied().at(-1)).toBeLessThan(99)
    expect(await vault.inspect(nowMs)).toEqual(allWell(nowMs))
    expect((await vault.damaged(nowMs)).map(({ generation }) => generation)).toEqual([99])
  })
})

describe('a header that asks for a newer version', () => {
  /** One flipped bit in the store's newest record is enough: nothing else authenticates it. */
  const askForNewer = () => {
    ports.store.generations = ports.store.generations.map((sealed, at) => {
      const text = fromUtf8(fromBase64Url(sealed.protected, 'unexpected'), 'unexpected')
      const asking = text.replace('"minReader":1', '"minReader":3')
      return at === 0 ? { ...sealed, protected: toBase64Url(toUtf8(asking)) } : sealed
    })
  }

  it('is damage where the same save lies beside it with one that reads', async () => {
    askForNewer()
    expect(await unlockAgain()).toMatchObject({ openedFrom: 'copy', missingSaves: 0 })
    expect(ids(await vault.read(nowMs))).toEqual(['a', 'b'])
    expect(damagedNames()).toHaveLength(1)
  })

  it('does not make a wrong password look like a newer version', async () => {
    askForNewer()
    await vault.lock()
    expect(await codeOf(() => vault.unlock('another', nowMs))).toBe('password-wrong')
  })

  it('is believed where nothing of its number says otherwise: no step back is taken', async () => {
    askForNewer()
    ports.files.content.clear()
    await vault.lock()
    expect(await codeOf(() => vault.unlock(password, nowMs))).toBe('vault-newer')
    expect(stored()).toEqual([3, 2, 1])
  })
})
