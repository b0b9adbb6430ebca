import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@/utils/errors/app-error'
import { addAccount } from '@/utils/vault/accounts'
import { createVault } from '@/utils/vault/create-vault'
import type { Vault } from '@/utils/vault/vault'
import { decodeVaultHeader } from '@/utils/vault/vault-header'
import { codeOf } from './error-code'
import { type MemoryPorts, memoryPorts } from './memory-ports'
import { savedWith, totpAccount } from './samples'

const nowMs = 1_700_000_000_000
let ports: MemoryPorts
let vault: Vault

const headerOf = () => decodeVaultHeader(ports.store.generations[0]?.protected ?? '')

beforeEach(async () => {
  ports = memoryPorts()
  vault = createVault(ports)
  await vault.create('old password', nowMs)
  await vault.change(nowMs, (document) => addAccount(document, totpAccount('a')))
})

describe('a change of the password', () => {
  it('leaves one generation, which only the new password opens', async () => {
    await vault.changePassword('old password', 'new password', nowMs)
    expect(ports.store.generations.map(({ generation }) => generation)).toEqual([3])
    await vault.lock()
    expect(await codeOf(() => vault.unlock('old password', nowMs))).toBe('password-wrong')
    await vault.unlock('new password', nowMs)
    expect(await vault.read(nowMs)).toEqual(savedWith(nowMs, totpAccount('a')))
  })

  it('keeps the vault id and takes a new key, salt and header', async () => {
    const before = headerOf()
    const dek = ports.session.session?.dek
    await vault.changePassword('old password', 'new password', nowMs)
    expect(headerOf().vaultId).toBe(before.vaultId)
    expect(headerOf().slots).not.toEqual(before.slots)
    expect(ports.session.session?.dek).not.toBe(dek)
  })

  it('leaves this window unlocked', async () => {
    await vault.changePassword('old password', 'new password', nowMs)
    expect(await vault.status(nowMs)).toBe('unlocked')
  })

  // The attack: the user locks and leaves while the key is computed or a passkey asked for.
  it('never opens a vault that was locked meanwhile, and leaves it as it was', async () => {
    const before = structuredClone(ports.store.generations)
    const { deriveKek } = ports
    const locking = createVault({
      ...ports,
      deriveKek: async (...given) => {
        await vault.lock()
        return await deriveKek(...given)
      },
    })
    const change = () => locking.changePassword('old password', 'new password', nowMs)
    expect(await codeOf(change)).toBe('vault-locked')
    expect(await vault.status(nowMs)).toBe('locked')
    expect(ports.store.generations).toEqual(before)
  })

  it('needs the old password and a new one', async () => {
    const change = (from: string, to: string) => codeOf(() => vault.changePassword(from, to, nowMs))
    expect(await change('wrong', 'new password')).toBe('password-wrong')
    expect(await change('', 'new password')).toBe('password-empty')
    expect(await change('old password', '')).toBe('password-empty')
    expect(await vault.verifyPassword('old password')).toBe(true)
  })

  it('that could not be saved leaves everything as it was', async () => {
    const before = structuredClone(ports.store.generations)
    ports.store.append = async () => {
      throw new AppError('storage-full')
    }
    const change = () => vault.changePassword('old password', 'new password', nowMs)
    expect(await codeOf(change)).toBe('storage-full')
    expect(ports.store.generations).toEqual(before)
    expect(await vault.read(nowMs)).toEqual(savedWith(nowMs, totpAccount('a')))
  })

  it('locks whoever still holds the old key', async () => {
    const old = ports.session.session
    await vault.changePassword('old password', 'new password', nowMs)
    ports.session.session = old
    expect(await codeOf(() => vault.read(nowMs))).toBe('vault-locked')
    expect(ports.session.session).toBeNull()
  })

  it('is not undone by generations of the old password lying below', async () => {
    const old = ports.session.session
    const below = structuredClone(ports.store.generations)
    await vault.changePassword('old password', 'new password', nowMs)
    ports.store.generations = [...ports.store.generations, ...below]
    ports.session.session = old
    expect(await codeOf(() => vault.read(nowMs))).toBe('vault-locked')
  })

  it('never lowers the cost of a guess', async () => {
    await vault.changePassword('old password', 'new password', nowMs)
    expect(headerOf().slots[0]).toMatchObject({ kdf: { m: 65_536, t: 3, p: 1 } })
  })

  it('while another window saves loses nothing', async () => {
    const other = createVault(ports)
    await Promise.all([
      vault.change(nowMs, (document) => addAccount(document, totpAccount('b'))),
      other.changePassword('old password', 'new password', nowMs),
    ])
    expect((await vault.read(nowMs)).accounts).toHaveLength(2)
  })
})
