import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@/utils/errors/app-error'
import { createVault } from '@/utils/vault/create-vault'
import type { DeriveKek, SealedGeneration, Vault } from '@/utils/vault/vault'
import { decodeVaultHeader, encodeVaultHeader } from '@/utils/vault/vault-header'
import { codeOf } from './error-code'
import { cheapKek, type MemoryPorts, memoryPorts } from './memory-ports'

const password = 'a password'
const nowMs = 1_700_000_000_000
const muchKib = 262_144
let ports: MemoryPorts
let vault: Vault

/** A machine that has not the memory for a header that asks for much. */
const short: DeriveKek = async (masterPassword, kdf) => {
  if (kdf.m >= muchKib) throw new AppError('kdf-failed')
  return await cheapKek(masterPassword, kdf)
}

const asking = (sealed: SealedGeneration, m: number): SealedGeneration => {
  const { vaultId, slots } = decodeVaultHeader(sealed.protected)
  const dearer = slots.map((slot) =>
    slot.type === 'password' ? { ...slot, kdf: { ...(slot['kdf'] as object), m } } : slot,
  )
  return { ...sealed, protected: encodeVaultHeader(vaultId, dearer) }
}
const askForMuch = () => {
  ports.store.generations = ports.store.generations.map((each) => asking(each, muchKib))
}

beforeEach(async () => {
  ports = memoryPorts()
  vault = createVault({ ...ports, deriveKek: short })
  await vault.create(password, nowMs)
  await vault.lock()
})

describe('a header that asks for more memory than there is', () => {
  it('is stepped over for a copy that asks for less', async () => {
    askForMuch()
    expect(await vault.unlock(password, nowMs)).toMatchObject({ openedFrom: 'copy' })
  })

  it('does not make a wrong password look like a machine that is short of memory', async () => {
    askForMuch()
    expect(await codeOf(() => vault.unlock('wrong', nowMs))).toBe('password-wrong')
  })

  it('is told where nothing else says more', async () => {
    askForMuch()
    ports.files.content.clear()
    expect(await codeOf(() => vault.unlock(password, nowMs))).toBe('kdf-failed')
  })

  it('lets nobody in with the password of before: it may be sound', async () => {
    const oldCopies = new Map(ports.files.content)
    await vault.unlock(password, nowMs)
    await vault.changePassword(password, 'another', nowMs)
    ports.files.content.clear()
    for (const [name, bytes] of oldCopies) ports.files.content.set(name, bytes)
    askForMuch()
    await vault.lock()
    expect(await codeOf(() => vault.unlock(password, nowMs))).toBe('kdf-failed')
  })
})
