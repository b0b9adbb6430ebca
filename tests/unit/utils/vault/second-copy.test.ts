import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fromBase64Url, toBase64Url } from '@/utils/bytes/base64url'
import { fromUtf8, toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { addAccount } from '@/utils/vault/accounts'
import { createVault } from '@/utils/vault/create-vault'
import type { VaultDocument } from '@/utils/vault/document'
import type { SealedGeneration, Vault } from '@/utils/vault/vault'
import { fromVaultFile, toVaultFile } from '@/utils/vault/vault-file'
import { codeOf } from './error-code'
import { type MemoryPorts, memoryPorts, noFiles } from './memory-ports'
import { allWell, totpAccount } from './samples'

const password = 'a password'
const nowMs = 1_700_000_000_000
let ports: MemoryPorts
let vault: Vault

const adding = (id: string) => (document: VaultDocument) => addAccount(document, totpAccount(id))
const ids = (document: VaultDocument) => document.accounts.map(({ id }) => id)
const stored = () => ports.store.generations.map(({ generation }) => generation)
const slots = ['copy-a', 'copy-b'] as const
const copyIn = (slot: string) => {
  const bytes = ports.files.content.get(slot)
  return bytes === undefined ? null : fromVaultFile(bytes)
}
const copied = () => slots.map((slot) => copyIn(slot)?.generation ?? 0).sort()
const damagedNames = () => [...ports.files.content.keys()].filter((name) => /^damaged/.test(name))
const spoiled = (sealed: SealedGeneration) => ({
  ...sealed,
  ciphertext: sealed.ciphertext.map((byte) => byte ^ 1),
})
/** The generations of a store that lost what was saved last. */
const tailLost = (count: number) => {
  ports.store.generations = ports.store.generations.slice(count)
}
const spoilStore = (index: number) => {
  ports.store.generations = ports.store.generations.map((sealed, at) =>
    at === index ? spoiled(sealed) : sealed,
  )
}
const spoilCopy = (generation: number) => {
  for (const slot of slots) {
    const sealed = copyIn(slot)
    if (sealed?.generation === generation) {
      ports.files.content.set(slot, toVaultFile(spoiled(sealed)))
    }
  }
}
async function unlockAgain() {
  await vault.lock()
  return await vault.unlock(password, nowMs)
}

beforeEach(async () => {
  ports = memoryPorts()
  vault = createVault(ports)
  await vault.create(password, nowMs)
  for (const id of ['a', 'b']) await vault.change(nowMs, adding(id))
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

describe('a change of the password that was cut short between store and copy', () => {
  let oldSession: typeof ports.session.session
  beforeEach(async () => {
    oldSession = ports.session.session
    const oldCopies = new Map(ports.files.content)
    await vault.changePassword(password, 'another', nowMs)
    for (const [name, bytes] of oldCopies) ports.files.content.set(name, bytes)
  })

  it('holds: the copies of before open with neither the old password nor the old key', async () => {
    ports.session.session = oldSession
    expect(await codeOf(() => vault.read(nowMs))).toBe('vault-locked')
    expect(await codeOf(() => vault.unlock(password, nowMs))).toBe('password-wrong')
    expect(await vault.verifyPassword(password)).toBe(false)
  })

  it('is followed by the copies: one slot at start, both once the new one has opened', async () => {
    await vault.check(nowMs)
    expect(copied()).toEqual([3, 4])
    await vault.lock()
    expect(await vault.unlock('another', nowMs)).toEqual(allWell(nowMs))
    expect(copied()).toEqual([4, 4])
    expect(await vault.damaged(nowMs)).toEqual([])
  })
})

describe('an unlocking that others overtake while it derives its key', () => {
  /** Everything of an unlocking up to its key, and the way to let it go on. */
  const begin = async (window: MemoryPorts) => {
    let goOn = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    let derived = () => {}
    const reached = new Promise<void>((resolve) => {
      derived = resolve
    })
    const slow = createVault({
      ...window,
      deriveKek: async (...asked) => {
        const kek = await window.deriveKek(...asked)
        derived()
        await held
        return kek
      },
    })
    const unlocking = slow.unlock(password, nowMs)
    await reached
    return async () => {
      goOn()
      return await unlocking
    }
  }

  it('does not put the old password and state above a change that left an old copy', async () => {
    spoilStore(0)
    const goOn = await begin(ports)
    const write = ports.files.write
    ports.files.write = () => Promise.reject(new AppError('storage-failed'))
    await vault.changePassword(password, 'another', nowMs)
    await vault.change(nowMs, adding('after'))
    ports.files.write = write
    expect(await codeOf(goOn)).toBe('password-wrong')
    await vault.lock()
    expect(await codeOf(() => vault.unlock(password, nowMs))).toBe('password-wrong')
    await vault.unlock('another', nowMs)
    expect(ids(await vault.read(nowMs))).toEqual(['a', 'b', 'after'])
  })

  it('leaves the session of the window that changed the password', async () => {
    const goOn = await begin(ports)
    await vault.changePassword(password, 'another', nowMs)
    const session = ports.session.session
    expect(await codeOf(goOn)).toBe('password-wrong')
    expect(ports.session.session).toEqual(session)
    expect(ids(await vault.read(nowMs))).toEqual(['a', 'b'])
  })

  it('opens the new key where the password stayed the same', async () => {
    const goOn = await begin(ports)
    await vault.changePassword(password, password, nowMs)
    const session = ports.session.session
    await goOn()
    expect(ports.session.session?.dek).toBe(session?.dek)
  })

  it('opens no vault that was removed meanwhile', async () => {
    const goOn = await begin(ports)
    await vault.remove()
    expect(await codeOf(goOn)).toBe('vault-missing')
    expect(ports.session.session).toBeNull()
  })

  it('is as good where others only saved meanwhile', async () => {
    const goOn = await begin(ports)
    await vault.change(nowMs, adding('c'))
    await goOn()
    expect(ids(await vault.read(nowMs))).toEqual(['a', 'b', 'c'])
  })

  it('tells of a loss once that both set right', async () => {
    await vault.lock()
    spoilStore(0)
    spoilCopy(3)
    await Promise.all([1, 2].map(() => createVault(ports).unlock(password, nowMs)))
    expect((await vault.read(nowMs)).mishap).toMatchObject({ missingSaves: 1 })
    expect(stored()[0]).toBe(4)
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
