import { beforeEach } from 'vitest'
import { addAccount } from '@/utils/vault/accounts'
import { createVault } from '@/utils/vault/create-vault'
import type { VaultDocument } from '@/utils/vault/document'
import type { SealedGeneration, Vault } from '@/utils/vault/vault'
import { fromVaultFile, toVaultFile } from '@/utils/vault/vault-file'
import { type MemoryPorts, memoryPorts } from './memory-ports'
import { totpAccount } from './samples'

export const password = 'a password'
export const nowMs = 1_700_000_000_000
/** What the vault of the present test is made of. */
export let ports: MemoryPorts
/** A vault of three saves: as it was made, and with the accounts `a` and `b`. */
export let vault: Vault

export const slots = ['copy-a', 'copy-b'] as const

export const adding = (id: string) => (document: VaultDocument) =>
  addAccount(document, totpAccount(id))
export const ids = (document: VaultDocument) => document.accounts.map(({ id }) => id)
/** The generations in the store, the newest first. */
export const stored = () => ports.store.generations.map(({ generation }) => generation)
export const copyIn = (slot: string) => {
  const bytes = ports.files.content.get(slot)
  return bytes === undefined ? null : fromVaultFile(bytes)
}
/** The generations in the slots, the oldest first. */
export const copied = () => slots.map((slot) => copyIn(slot)?.generation ?? 0).sort()
export const damagedNames = () =>
  [...ports.files.content.keys()].filter((name) => /^damaged/.test(name))

export const spoiled = (sealed: SealedGeneration) => ({
  ...sealed,
  ciphertext: sealed.ciphertext.map((byte) => byte ^ 1),
})
export const spoilStore = (index: number) => {
  ports.store.generations = ports.store.generations.map((sealed, at) =>
    at === index ? spoiled(sealed) : sealed,
  )
}
export const spoilCopy = (generation: number) => {
  for (const slot of slots) {
    const sealed = copyIn(slot)
    if (sealed?.generation === generation) {
      ports.files.content.set(slot, toVaultFile(spoiled(sealed)))
    }
  }
}
/** The store loses what was saved last. */
export const tailLost = (count: number) => {
  ports.store.generations = ports.store.generations.slice(count)
}

export async function unlockAgain() {
  await vault.lock()
  return await vault.unlock(password, nowMs)
}

/** Makes such a vault before each test of a file. */
export function makeVaults(): void {
  beforeEach(async () => {
    ports = memoryPorts()
    vault = createVault(ports)
    await vault.create(password, nowMs)
    for (const id of ['a', 'b']) await vault.change(nowMs, adding(id))
  })
}
