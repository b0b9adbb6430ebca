import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '@/utils/bytes/base64'
import { aesGcmOpen } from '@/utils/vault/aes-gcm'
import { hkdfSha256 } from '@/utils/vault/hkdf'
import {
  maxPasskeys,
  openPasskeySlot,
  type PasskeySlot,
  passkeySlots,
  sealPasskeySlot,
} from '@/utils/vault/passkey-slot'
import { codeOf } from './error-code'

const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))
const vaultId = 'AAAAAAAAAAAAAAAAAAAAAA'
const dek = random(32)
const made = { credential: toBase64(random(32)), salt: toBase64(random(32)), prf: random(32) }
const slot = await sealPasskeySlot(vaultId, dek, made)
const changed = (members: Partial<Record<keyof PasskeySlot, unknown>>) =>
  ({ ...slot, ...members }) as PasskeySlot
const flipped = (text: string) => {
  const bytes = fromBase64(text)
  bytes[0] = (bytes[0] ?? 0) ^ 1
  return toBase64(bytes)
}

describe('a passkey slot', () => {
  it('gives the data key to the answer that sealed it', async () => {
    expect(await openPasskeySlot(vaultId, slot, made.prf)).toEqual(dek)
  })

  it('opens to nobody else, and to nobody once a byte of it was changed', async () => {
    const foreign = 'BBBBBBBBBBBBBBBBBBBBBB'
    for (const [id, each, prf] of [
      [vaultId, slot, random(32)],
      [foreign, slot, made.prf],
      [vaultId, changed({ credential: toBase64(random(32)) }), made.prf],
      [vaultId, changed({ credential: flipped(slot.credential) }), made.prf],
      [vaultId, changed({ nonce: flipped(slot.nonce) }), made.prf],
      [vaultId, changed({ key: flipped(slot.key) }), made.prf],
    ] as const) {
      expect(await openPasskeySlot(id, each, prf)).toBeNull()
    }
  })

  it.each([0, 16, 31, 33, 64])('refuses %s bytes of PRF, sealing and opening', async (size) => {
    const prf = random(size)
    expect(await codeOf(() => openPasskeySlot(vaultId, slot, prf))).toBe('passkey-unsupported')
    expect(await codeOf(() => sealPasskeySlot(vaultId, dek, { ...made, prf }))).toBe(
      'passkey-unsupported',
    )
  })

  it('is sealed as the format says, worked out with other code', async () => {
    const hmac = (key: Uint8Array, ...parts: (string | Uint8Array)[]) =>
      parts.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest()
    const extracted = hmac(new Uint8Array(32), made.prf)
    const kek = new Uint8Array(hmac(extracted, 'sixpence-vault-v1.passkey', Uint8Array.of(1)))
    const aad = `sixpence-vault-v1.slot.passkey.${vaultId}.${made.credential}`
    const bytes = new Uint8Array(Buffer.from(aad))
    expect(await aesGcmOpen(kek, fromBase64(slot.nonce), bytes, fromBase64(slot.key))).toEqual(dek)
  })

  it('has a nonce of its own each time', async () => {
    expect((await sealPasskeySlot(vaultId, dek, made)).nonce).not.toBe(slot.nonce)
  })
})

describe('the passkey slots of a header', () => {
  it('are those of the type, others are stepped over', () => {
    expect(passkeySlots([{ type: 'other', credential: 1 }, slot])).toEqual([slot])
    expect(passkeySlots([])).toEqual([])
  })

  it.each([
    ['no credential', { credential: '' }],
    ['a credential of 1,024 bytes', { credential: toBase64(random(1_024)) }],
    ['a credential that is no base64', { credential: '?' }],
    ['a credential without padding', { credential: slot.credential.replace(/=+$/, '') }],
    ['31 bytes of salt', { salt: toBase64(random(31)) }],
    ['33 bytes of salt', { salt: toBase64(random(33)) }],
    ['no salt', { salt: undefined }],
    ['11 bytes of nonce', { nonce: toBase64(random(11)) }],
    ['47 bytes of key', { key: toBase64(random(47)) }],
    ['49 bytes of key', { key: toBase64(random(49)) }],
    ['a key that is a number', { key: 7 }],
  ])('are refused with %s, whatever stands beside', async (_, members) => {
    expect(await codeOf(() => passkeySlots([slot, changed(members)]))).toBe('vault-damaged')
  })

  it('may have a credential of one byte and of 1,023', () => {
    const ones = [1, 1_023].map((size) => changed({ credential: toBase64(random(size)) }))
    expect(passkeySlots(ones)).toEqual(ones)
  })

  it('are refused when one passkey has two, and when they are more than eight', async () => {
    expect(await codeOf(() => passkeySlots([slot, { ...slot }]))).toBe('vault-damaged')
    const many = (count: number) =>
      Array.from({ length: count }, () => changed({ credential: toBase64(random(16)) }))
    expect(passkeySlots(many(maxPasskeys))).toHaveLength(maxPasskeys)
    expect(await codeOf(() => passkeySlots(many(maxPasskeys + 1)))).toBe('vault-damaged')
  })
})

it('HKDF gives what RFC 5869 A.3 gives, cut to 32 bytes', async () => {
  const okm = await hkdfSha256(new Uint8Array(22).fill(0x0b), new Uint8Array(0))
  expect(Buffer.from(okm).toString('hex')).toBe(
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d',
  )
})
