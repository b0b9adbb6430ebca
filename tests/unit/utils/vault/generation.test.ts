import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyDocument } from '@/utils/vault/document'
import { openGeneration, sealGeneration } from '@/utils/vault/generation'
import type { SealedGeneration } from '@/utils/vault/vault'
import { newKeyedHeader, newVaultId } from '@/utils/vault/vault-header'
import { codeOf } from './error-code'
import { cheapKek } from './memory-ports'
import { hotpAccount, steamAccount, totpAccount, withAccounts } from './samples'

const header = await newKeyedHeader(newVaultId(), 'a password', { deriveKek: cheapKek })
const document = withAccounts(totpAccount('totp'), hotpAccount, steamAccount)
const seal = (generation: number, under = header) =>
  sealGeneration(under.dek, under.protected, generation, document)
const sealed = await seal(7)
const opening = (changed: SealedGeneration) => codeOf(() => openGeneration(header.dek, changed))

/** `bytes` with one bit of one byte turned over. */
function flip<T extends Uint8Array>(bytes: T, index: number, bit: number): T {
  const copy = bytes.slice() as T
  copy[index] = (copy[index] ?? 0) ^ (1 << bit)
  return copy
}

const bit = fc.integer({ min: 0, max: 7 })
const below = (length: number) => fc.integer({ min: 0, max: length - 1 })

describe('a generation', () => {
  it('opens as what was sealed', async () => {
    expect(await openGeneration(header.dek, sealed)).toEqual(document)
  })

  it('gets a fresh nonce, and a length that is a step of 4 KiB and a tag', async () => {
    expect((await seal(7)).nonce).not.toEqual((await seal(7)).nonce)
    expect(sealed.nonce).toHaveLength(12)
    expect(sealed.ciphertext).toHaveLength(4096 + 16)
  })

  it('is damaged by any flipped bit of body or tag', async () => {
    await fc.assert(
      fc.asyncProperty(below(sealed.ciphertext.length), bit, async (index, at) => {
        const changed = { ...sealed, ciphertext: flip(sealed.ciphertext, index, at) }
        expect(await opening(changed)).toBe('vault-damaged')
      }),
      { numRuns: 400 },
    )
  })

  it('is damaged by any flipped bit of the nonce', async () => {
    for (let index = 0; index < 12; index += 1) {
      const changed = { ...sealed, nonce: flip(sealed.nonce, index, index % 8) }
      expect(await opening(changed)).toBe('vault-damaged')
    }
  })

  it('is damaged by any changed character of its header', async () => {
    await fc.assert(
      fc.asyncProperty(below(sealed.protected.length), bit, async (index, at) => {
        const letters = [...sealed.protected]
        letters[index] = String.fromCharCode((letters[index] ?? '').charCodeAt(0) ^ (1 << at))
        expect(await opening({ ...sealed, protected: letters.join('') })).toBe('vault-damaged')
      }),
      { numRuns: 400 },
    )
  })

  it('is damaged if it is cut short or made longer anywhere', async () => {
    const { ciphertext } = sealed
    for (const length of [0, 1, 15, 16, 4096, ciphertext.length - 1]) {
      const changed = { ...sealed, ciphertext: ciphertext.slice(0, length) }
      expect(await opening(changed)).toBe('vault-damaged')
    }
    const longer = new Uint8Array([...ciphertext, 0])
    expect(await opening({ ...sealed, ciphertext: longer })).toBe('vault-damaged')
    expect(await opening({ ...sealed, nonce: new Uint8Array() })).toBe('vault-damaged')
  })

  it('does not open under another number', async () => {
    expect(await opening({ ...sealed, generation: 8 })).toBe('vault-damaged')
    expect(await opening({ ...(await seal(8)), generation: 7 })).toBe('vault-damaged')
  })

  it('does not open with body or nonce of another generation of the same vault', async () => {
    const other = await seal(8)
    expect(await opening({ ...sealed, ciphertext: other.ciphertext })).toBe('vault-damaged')
    expect(await opening({ ...sealed, nonce: other.nonce })).toBe('vault-damaged')
  })

  it('does not open in another vault, even of the same password', async () => {
    const other = await newKeyedHeader(newVaultId(), 'a password', { deriveKek: cheapKek })
    const foreign = await seal(7, other)
    expect(await opening(foreign)).toBe('vault-damaged')
    expect(await opening({ ...foreign, protected: sealed.protected })).toBe('vault-damaged')
    expect(await opening({ ...sealed, protected: other.protected })).toBe('vault-damaged')
  })

  it('of a newer schema is told as newer, an ill-shaped one as damaged', async () => {
    const write = (body: unknown) =>
      sealGeneration(header.dek, header.protected, 1, body as typeof document)
    expect(await opening(await write({ ...emptyDocument, schema: 2 }))).toBe('vault-newer')
    expect(await opening(await write({ ...emptyDocument, accounts: 1 }))).toBe('vault-damaged')
    expect(await opening(await write('text'))).toBe('vault-damaged')
  })

  it('keeps what a newer version added', async () => {
    const newer = {
      ...withAccounts({ ...totpAccount('a'), x: { icon: 'star' } }),
      unsupported: [{ id: 'm', type: 'motp', pin: '1234' }],
      recovery: [1, 2],
    }
    const kept = await sealGeneration(header.dek, header.protected, 1, newer)
    expect(await openGeneration(header.dek, kept)).toEqual(newer)
  })
})
