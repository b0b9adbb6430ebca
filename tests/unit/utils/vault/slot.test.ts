import { describe, expect, it } from 'vitest'
import { vaultEnvelope } from '@/utils/vault/envelope'
import { freshKdf } from '@/utils/vault/kdf'
import { openPasswordSlots, type Slot, sealPasswordSlot } from '@/utils/vault/slot'
import type { DeriveKek } from '@/utils/vault/vault'
import { codeOf } from './error-code'
import { cheapKek } from './memory-ports'

const dek = crypto.getRandomValues(new Uint8Array(32))
const seal = (password: string) =>
  sealPasswordSlot(vaultEnvelope, dek, password, freshKdf(), cheapKek)
const open = (slots: readonly Slot[], password: string, deriveKek: DeriveKek = cheapKek) =>
  openPasswordSlots(vaultEnvelope, slots, password, deriveKek)
const never: DeriveKek = () => {
  throw new Error('derived')
}

describe('password slots', () => {
  it('give the data key to the password that sealed them', async () => {
    expect(await open([await seal('a password')], 'a password')).toEqual(dek)
  })

  it('refuse every other password', async () => {
    const slot = await seal('a password')
    expect(await codeOf(() => open([slot], 'a passwort'))).toBe('password-wrong')
    expect(await codeOf(() => open([slot], ''))).toBe('password-empty')
  })

  it('open for the same password typed in composed letters', async () => {
    expect(await open([await seal('caf\u00e9')], 'cafe\u0301')).toEqual(dek)
  })

  it('are tried one after the other', async () => {
    expect(await open([await seal('one'), await seal('two')], 'two')).toEqual(dek)
  })

  it('of unknown types are passed over', async () => {
    const passkey = { type: 'passkey', credential: 'AAAA' }
    expect(await open([passkey, await seal('a password')], 'a password')).toEqual(dek)
    expect(await codeOf(() => open([passkey], 'a password'))).toBe('vault-damaged')
  })

  it('are all judged before the first derivation', async () => {
    const slot = await seal('a password')
    const bomb = { ...slot, kdf: { ...slot.kdf, m: 2 ** 30 } }
    expect(await codeOf(() => open([slot, bomb], 'a password', never))).toBe('kdf-refused')
    expect(await codeOf(() => open(Array(3).fill(slot), 'a password', never))).toBe('kdf-refused')
    const short = { ...slot, key: 'AAAA' }
    expect(await codeOf(() => open([slot, short], 'a password', never))).toBe('vault-damaged')
  })

  it('may not cost more together than somebody would wait', async () => {
    const slot = await seal('a password')
    const costing = (m: number, t: number) => ({ ...slot, kdf: { ...slot.kdf, m, t } })
    const dear = costing(262_144, 16)
    expect(await codeOf(() => open([dear], 'wrong'))).toBe('password-wrong')
    expect(await codeOf(() => open([dear, dear], 'a password', never))).toBe('kdf-refused')
    expect(await codeOf(() => open([dear], 'cafe\u0301', never))).toBe('kdf-refused')
    const half = costing(262_144, 8)
    expect(await codeOf(() => open([half, half], 'wrong'))).toBe('password-wrong')
    expect(await codeOf(() => open([half, half], 'cafe\u0301', never))).toBe('kdf-refused')
  })

  it('are not sealed with parameters or work that would never open them again', async () => {
    const sealWith = (password: string, cost: object) => () =>
      sealPasswordSlot(vaultEnvelope, dek, password, { ...freshKdf(), ...cost }, never)
    expect(await codeOf(sealWith('a password', { m: 2 ** 30 }))).toBe('kdf-refused')
    expect(await codeOf(sealWith('cafe\u0301', { m: 262_144, t: 16 }))).toBe('kdf-refused')
    expect(await codeOf(sealWith('', {}))).toBe('password-empty')
  })

  it('wrap with a fresh nonce each time', async () => {
    expect((await seal('a password')).nonce).not.toBe((await seal('a password')).nonce)
  })
})
