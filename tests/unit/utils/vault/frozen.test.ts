import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runArgon2id } from '@/utils/platform/kdf/argon2'
import { createVault } from '@/utils/vault/create-vault'
import type { VaultDocument } from '@/utils/vault/document'
import { fromVaultFile, toVaultFile } from '@/utils/vault/vault-file'
import { codeOf } from './error-code'
import { memoryPorts } from './memory-ports'
import { allWell } from './samples'

interface Expected {
  readonly password: string
  readonly generation: number
  readonly document: VaultDocument
}

const folder = 'tests/fixtures/vaults'
const ending = '.expected.json'
const names = readdirSync(folder)
  .filter((name) => name.endsWith(ending))
  .map((name) => name.slice(0, -ending.length))

describe.each(names)('the frozen vault %s', (name) => {
  const expected = JSON.parse(readFileSync(`${folder}/${name}${ending}`, 'utf8')) as Expected
  const bytes = new Uint8Array(readFileSync(`${folder}/${name}.json`))
  const { password, generation, document } = expected
  const nowMs = 1_800_000_000_000

  function vaultOf() {
    const ports = { ...memoryPorts(), deriveKek: runArgon2id }
    ports.store.generations = [fromVaultFile(bytes)]
    return { ports, vault: createVault(ports) }
  }

  it('opens with its password to what it held', async () => {
    const { ports, vault } = vaultOf()
    const report = await vault.unlock(password, nowMs)
    expect(report).toEqual(allWell(document.savedAtMs ?? null))
    expect(await vault.read(nowMs)).toEqual(document)
    expect(ports.store.generations[0]?.generation).toBe(generation)
  })

  it('opens with its password typed in composed or decomposed letters', async () => {
    const { vault } = vaultOf()
    expect(await vault.verifyPassword(password.normalize('NFC'))).toBe(true)
    expect(await vault.verifyPassword(password.normalize('NFD'))).toBe(true)
  })

  it('knows a wrong password', async () => {
    expect(await codeOf(() => vaultOf().vault.unlock(`${password} `, nowMs))).toBe('password-wrong')
  })

  it('can be saved to and keeps its header', async () => {
    const { ports, vault } = vaultOf()
    await vault.unlock(password, nowMs)
    await vault.change(nowMs, (current) => ({ ...current, settings: { lockAfterMinutes: 7 } }))
    const [next, frozen] = ports.store.generations
    expect(next).toMatchObject({ generation: generation + 1, protected: frozen?.protected })
    await vault.lock()
    await vault.unlock(password, nowMs)
    expect((await vault.read(nowMs)).settings.lockAfterMinutes).toBe(7)
  })

  it('is written again byte for byte', () => {
    expect(toVaultFile(fromVaultFile(bytes))).toEqual(bytes)
  })
})
