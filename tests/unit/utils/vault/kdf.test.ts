import { describe, expect, it } from 'vitest'
import { defaultCost, freshKdf, gateKdf } from '@/utils/vault/kdf'
import { codeOf } from './error-code'

const sound = { ...freshKdf(), m: 65_536, t: 3, p: 1 }

describe('the gate before a derivation', () => {
  it.each([
    ['the least', { m: 19_456, t: 1, p: 1 }],
    ['the most', { m: 262_144, t: 16, p: 16 }],
    ['what is written', defaultCost],
  ])('lets %s through', (_, cost) => {
    expect(gateKdf({ ...sound, ...cost })).toEqual({ ...sound, ...cost })
  })

  it.each([
    ['memory below 19 MiB', { m: 19_455 }],
    ['memory above 256 MiB', { m: 262_145 }],
    ['a bomb of 1 TiB', { m: 2 ** 30 }],
    ['memory that is no whole number', { m: 65_536.5 }],
    ['memory that is not a number', { m: Number.NaN }],
    ['no pass', { t: 0 }],
    ['17 passes', { t: 17 }],
    ['no lane', { p: 0 }],
    ['17 lanes', { p: 17 }],
    ['a negative number', { t: -3 }],
    ['another algorithm', { name: 'argon2i' }],
    ['another version', { version: 16 }],
    ['a short salt', { salt: 'AAAAAAAAAAA=' }],
    ['a salt that is no base64', { salt: 'not base64' }],
    ['no salt', { salt: '' }],
  ])('refuses %s', async (_, change) => {
    expect(await codeOf(() => gateKdf({ ...sound, ...change }))).toBe('kdf-refused')
  })
})

describe('fresh parameters', () => {
  it('get 16 new bytes of salt each time', () => {
    expect(freshKdf().salt).not.toBe(freshKdf().salt)
    expect(atob(freshKdf().salt)).toHaveLength(16)
  })

  it('are never cheaper than the default nor than before', () => {
    expect(freshKdf({ m: 19_456, t: 1, p: 1 })).toMatchObject(defaultCost)
    expect(freshKdf({ m: 131_072, t: 4, p: 2 })).toMatchObject({ m: 131_072, t: 4, p: 2 })
  })
})
