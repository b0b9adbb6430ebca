import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  defaultCost,
  freshKdf,
  gateKdf,
  isBelowDefault,
  isNoCheaper,
  leanCosts,
} from '@/utils/vault/kdf'
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
    ['memory that wraps to a good number in 32 bits', { m: 2 ** 32 + 65_536 }],
    ['endless memory', { m: Number.POSITIVE_INFINITY }],
    ['no memory', { m: 0 }],
    ['negative memory', { m: -65_536 }],
    ['passes that are no whole number', { t: 2.5 }],
    ['passes that are not a number', { t: Number.NaN }],
    ['2^32 + 3 passes', { t: 2 ** 32 + 3 }],
    ['lanes that are no whole number', { p: 1.5 }],
    ['negative lanes', { p: -1 }],
    ['a version in between', { version: 19.5 }],
    ['a name in capitals', { name: 'Argon2id' }],
    ['17 bytes of salt', { salt: btoa('a salt of 17 byte') }],
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

  it('are never cheaper than before, in memory, in lanes and in work, and always let through', () => {
    const cost = fc.record({
      m: fc.integer({ min: 19_456, max: 262_144 }),
      t: fc.integer({ min: 1, max: 16 }),
      p: fc.integer({ min: 1, max: 16 }),
    })
    fc.assert(
      fc.property(cost, (previous) => {
        const fresh = gateKdf(freshKdf(previous))
        expect(isNoCheaper(fresh, previous) && isNoCheaper(fresh, defaultCost)).toBe(true)
        expect(fresh.p).toBeGreaterThanOrEqual(previous.p)
        expect(isBelowDefault(fresh)).toBe(false)
        expect(freshKdf(fresh)).toMatchObject({ m: fresh.m, t: fresh.t, p: fresh.p })
      }),
    )
  })

  it('are never cheaper than the default nor than before', () => {
    expect(freshKdf({ m: 19_456, t: 1, p: 1 })).toMatchObject(defaultCost)
    expect(freshKdf({ m: 131_072, t: 4, p: 2 })).toMatchObject({ m: 131_072, t: 4, p: 2 })
  })
})

it('the lean costs pass the gate, each with less memory than the one before', () => {
  const costs = [defaultCost, ...leanCosts]
  for (const cost of costs) gateKdf({ ...sound, ...cost })
  expect(costs.map(({ m }) => m)).toEqual(costs.map(({ m }) => m).sort((a, b) => b - a))
})
