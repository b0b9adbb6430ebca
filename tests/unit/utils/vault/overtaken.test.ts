import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@/utils/errors/app-error'
import { createVault } from '@/utils/vault/create-vault'
import {
  adding,
  copied,
  ids,
  makeVaults,
  nowMs,
  password,
  ports,
  spoilCopy,
  spoilStore,
  stored,
  vault,
} from './copies-bed'
import { codeOf } from './error-code'
import type { MemoryPorts } from './memory-ports'
import { allWell } from './samples'

makeVaults()

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
