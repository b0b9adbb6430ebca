import { beforeEach, describe, expect, it } from 'vitest'
import { toBase64 } from '@/utils/bytes/base64'
import { AppError } from '@/utils/errors/app-error'
import { addAccount } from '@/utils/vault/accounts'
import { createVault } from '@/utils/vault/create-vault'
import { emptyDocument } from '@/utils/vault/document'
import { vaultEnvelope } from '@/utils/vault/envelope'
import { defaultCost, type KdfCost, withFreshSalt } from '@/utils/vault/kdf'
import { openWithPassword } from '@/utils/vault/open-with-password'
import { saveGeneration } from '@/utils/vault/save'
import { passwordSlots, type Slot, sealPasswordSlot } from '@/utils/vault/slot'
import type { Vault } from '@/utils/vault/vault'
import { decodeVaultHeader, encodeVaultHeader, newVaultId } from '@/utils/vault/vault-header'
import { codeOf } from './error-code'
import { cheapKek, type MemoryPorts, memoryPorts } from './memory-ports'
import { totpAccount } from './samples'

const nowMs = 1_700_000_000_000
const dek = crypto.getRandomValues(new Uint8Array(32))
const passkey = { type: 'passkey', credential: 'AAAA', x: [1] }
let ports: MemoryPorts
let vault: Vault

const headerOf = () => decodeVaultHeader(ports.store.generations[0]?.protected ?? '')
const costNow = () => passwordSlots(headerOf().slots).map(({ kdf: { m, t, p } }) => ({ m, t, p }))

/** A vault of three saves whose header asks `cost`, as older versions would have left it. */
async function plant(cost: KdfCost, password = 'a password', more: readonly Slot[] = [passkey]) {
  const slot = await sealPasswordSlot(vaultEnvelope, dek, password, withFreshSalt(cost), cheapKek)
  const protectedText = encodeVaultHeader(newVaultId(), [slot, ...more])
  for (const newest of [0, 1, 2]) {
    const document = addAccount(emptyDocument, totpAccount(`save ${newest}`))
    await saveGeneration(ports, { dek, protected: protectedText, newest }, document, nowMs)
  }
}

beforeEach(() => {
  ports = memoryPorts()
  vault = createVault(ports)
})

describe('unlocking a vault that asks less than the default', () => {
  it.each<[KdfCost, KdfCost]>([
    [{ m: 19_456, t: 2, p: 1 }, defaultCost],
    [{ m: 65_536, t: 2, p: 1 }, defaultCost],
    [{ m: 32_768, t: 6, p: 1 }, defaultCost],
    [
      { m: 262_144, t: 1, p: 1 },
      { m: 262_144, t: 3, p: 1 },
    ],
    [
      { m: 19_456, t: 16, p: 4 },
      { m: 65_536, t: 5, p: 4 },
    ],
  ])('raises %o to %o, under a new salt', async (weak, raised) => {
    await plant(weak)
    const before = passwordSlots(headerOf().slots)[0]
    await vault.unlock('a password', nowMs)
    expect(costNow()).toEqual([raised])
    expect(passwordSlots(headerOf().slots)[0]?.kdf.salt).not.toBe(before?.kdf.salt)
  })

  it('leaves no save behind that carries the weak slot', async () => {
    await plant({ m: 19_456, t: 2, p: 1 })
    await vault.unlock('a password', nowMs)
    expect(ports.store.generations.map(({ generation }) => generation)).toEqual([4])
    expect(ports.highWater.generation).toBe(4)
  })

  it('keeps the accounts, the vault, its key and the other ways in', async () => {
    await plant({ m: 19_456, t: 2, p: 1 })
    const { vaultId } = headerOf()
    await vault.unlock('a password', nowMs)
    expect((await vault.read(nowMs)).accounts.map(({ id }) => id)).toEqual(['save 2'])
    expect(headerOf().vaultId).toBe(vaultId)
    expect(headerOf().slots[1]).toEqual(passkey)
    expect(ports.session.session?.dek).toBe(toBase64(dek))
    await vault.lock()
    expect(await codeOf(() => vault.unlock('another', nowMs))).toBe('password-wrong')
    await vault.unlock('a password', nowMs)
    expect(ports.store.generations).toHaveLength(1)
  })

  it.each([
    ['the save fails', new Error('disk')],
    ['another window saves first', new AppError('vault-conflict')],
  ])('unlocks all the same when %s', async (_, failure) => {
    await plant({ m: 19_456, t: 2, p: 1 })
    const before = structuredClone(ports.store.generations)
    ports.store.append = () => Promise.reject(failure)
    await vault.unlock('a password', nowMs)
    expect(await vault.status(nowMs)).toBe('unlocked')
    expect(ports.store.generations).toEqual(before)
  })

  it('unlocks all the same when there is no memory for the default', async () => {
    await plant({ m: 19_456, t: 10, p: 1 })
    const lean = createVault({
      ...ports,
      deriveKek: async (password, kdf) => {
        if (kdf.m > 19_456) throw new AppError('kdf-failed')
        return await cheapKek(password, kdf)
      },
    })
    await lean.unlock('a password', nowMs)
    expect(await lean.status(nowMs)).toBe('unlocked')
    expect(costNow()).toEqual([{ m: 19_456, t: 10, p: 1 }])
    expect(await lean.protection()).toEqual({ m: 19_456, t: 10, p: 1 })
  })

  it('in two windows at once raises once and loses no save', async () => {
    await plant({ m: 19_456, t: 2, p: 1 })
    const other = createVault(ports)
    await Promise.all([vault.unlock('a password', nowMs), other.unlock('a password', nowMs)])
    await other.change(nowMs, (document) => addAccount(document, totpAccount('later')))
    expect(costNow()).toEqual([defaultCost])
    expect((await vault.read(nowMs)).accounts.map(({ id }) => id)).toEqual(['save 2', 'later'])
  })

  it('does not undo what another window saved between opening and raising', async () => {
    await plant({ m: 19_456, t: 2, p: 1 })
    const deriveKek: typeof cheapKek = async (password, kdf) => {
      if (kdf.m >= defaultCost.m) {
        await createVault(ports).change(nowMs, (document) =>
          addAccount(document, totpAccount('meanwhile')),
        )
      }
      return await cheapKek(password, kdf)
    }
    await createVault({ ...ports, deriveKek }).unlock('a password', nowMs)
    const { accounts } = await vault.read(nowMs)
    expect(accounts.map(({ id }) => id)).toEqual(['save 2', 'meanwhile'])
  })

  it.each([
    ['decomposed, typed alike', 'cafe\u0301', 'cafe\u0301', ['cafe\u0301']],
    ['composed, typed decomposed', 'caf\u00e9', 'cafe\u0301', ['caf\u00e9', 'cafe\u0301']],
    ['plain, typed as a ligature', 'office', 'o\ufb03ce', ['office', 'o\ufb03ce']],
  ])('shuts nobody out whose password is %s', async (_, sealed, typed, later) => {
    await plant({ m: 19_456, t: 2, p: 1 }, sealed)
    await vault.unlock(typed, nowMs)
    expect(costNow()).toEqual([defaultCost])
    for (const password of later) expect(await vault.verifyPassword(password)).toBe(true)
  })

  it('comes after the mending of a damaged newest save, whose bytes stay', async () => {
    await plant({ m: 19_456, t: 2, p: 1 })
    ports.store.generations[0]?.ciphertext.fill(0)
    await vault.unlock('a password', nowMs)
    expect(ports.store.generations.map(({ generation }) => generation)).toEqual([4, 3, 2, 1])
    await vault.unlock('a password', nowMs)
    expect(ports.store.generations.map(({ generation }) => generation)).toEqual([5])
    expect((await vault.damaged(nowMs)).map(({ generation }) => generation)).toEqual([3])
  })

  it('raises nothing where a second password has a slot too', async () => {
    const cost = { m: 19_456, t: 2, p: 1 }
    const second = await sealPasswordSlot(vaultEnvelope, dek, 'b', withFreshSalt(cost), cheapKek)
    await plant(cost, 'a password', [second])
    await vault.unlock('a password', nowMs)
    expect(await vault.verifyPassword('b')).toBe(true)
    expect(costNow()).toEqual([cost, cost])
  })
})

describe('unlocking a vault that asks the default or more', () => {
  it.each([defaultCost, { m: 262_144, t: 3, p: 1 }])('of %o saves nothing', async (cost) => {
    await plant(cost)
    const before = structuredClone(ports.store.generations)
    await vault.unlock('a password', nowMs)
    expect(ports.store.generations).toEqual(before)
  })

  it('proves the password by opening, and raises nothing without it', async () => {
    await plant({ m: 19_456, t: 2, p: 1 })
    const key = structuredClone(ports.store.generations)
    await codeOf(() => vault.unlock('wrong', nowMs))
    await vault.verifyPassword('a password')
    expect(ports.store.generations).toEqual(key)
    const opened = await openWithPassword(await ports.store.list(), 'a password', cheapKek)
    expect(opened.dek).toEqual(dek)
  })
})
