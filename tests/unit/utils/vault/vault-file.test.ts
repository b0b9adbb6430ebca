import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toUtf8 } from '@/utils/bytes/utf8'
import { createVault } from '@/utils/vault/create-vault'
import { openWithPassword } from '@/utils/vault/open-with-password'
import { fromVaultFile, toVaultFile } from '@/utils/vault/vault-file'
import { codeOf } from './error-code'
import { cheapKek, memoryPorts } from './memory-ports'
import { totpAccount, withAccounts } from './samples'

const ports = memoryPorts()
const vault = createVault(ports)
await vault.create('a password', 1)
await vault.change(1, () => withAccounts(totpAccount('a')))
const sealed = ports.store.generations[0] ?? expect.fail()
const file = toVaultFile(sealed)
const refused = (bytes: Uint8Array) => codeOf(() => fromVaultFile(bytes))
const rewritten = (change: object) =>
  toUtf8(JSON.stringify({ ...JSON.parse(new TextDecoder().decode(file)), ...change }))

/** What may come of opening a file that was changed: always a typed refusal. */
const refusals = ['vault-damaged', 'vault-newer', 'password-wrong', 'kdf-refused']

describe('a vault file', () => {
  it('is the generation, sealed as it was', () => {
    expect(fromVaultFile(file)).toEqual(sealed)
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['no json', toUtf8('{')],
    ['another format', rewritten({ format: 'sixpence-backup' })],
    ['no generation', rewritten({ generation: 0 })],
    ['a nonce that is no base64', rewritten({ nonce: '*' })],
    ['a missing body', rewritten({ ciphertext: undefined })],
    ['deep nesting', toUtf8('['.repeat(100_000))],
  ])('holding %s is damaged', async (_, bytes) => {
    expect(await refused(bytes)).toBe('vault-damaged')
  })

  it('of a newer version is told as newer', async () => {
    expect(await refused(rewritten({ version: 2 }))).toBe('vault-newer')
  })

  it('with any flipped bit is refused with a code', async () => {
    const index = fc.integer({ min: 0, max: file.length - 1 })
    const bit = fc.integer({ min: 0, max: 7 })
    await fc.assert(
      fc.asyncProperty(index, bit, async (at, shift) => {
        const changed = file.slice()
        changed[at] = (changed[at] ?? 0) ^ (1 << shift)
        const code = await codeOf(async () => {
          await openWithPassword([fromVaultFile(changed)], 'a password', cheapKek)
          throw new Error('a changed file opened')
        })
        expect(refusals).toContain(code)
      }),
      { numRuns: 1_000 },
    )
  })
})
