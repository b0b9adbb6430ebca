import { describe, expect, it } from 'vitest'
import { gateArgon2, gateIterations, gateScrypt } from '@/utils/backup/crypto/kdf-gates'
import { codeOf } from '../../vault/error-code'

const argon2 = { m: 1024 * 1024, t: 64, p: 16 }

describe('before a key is worked out', () => {
  it.each([
    ['memory', { ...argon2, m: argon2.m + 1 }],
    ['passes', { ...argon2, t: 65 }],
    ['lanes', { ...argon2, p: 17 }],
    ['half a pass', { ...argon2, t: 1.5 }],
    ['no memory', { ...argon2, m: 0 }],
    ['nonsense', { ...argon2, m: Number.NaN }],
    ['2^30 passes', { ...argon2, t: 2 ** 30 }],
  ])('Argon2 with too much %s is refused', async (_, cost) => {
    expect(await codeOf(() => gateArgon2(cost))).toBe('kdf-refused')
  })

  it('Argon2 with a gibibyte, 64 passes and 16 lanes is not', async () => {
    expect(await codeOf(() => gateArgon2(argon2))).toBe('none')
  })

  it.each([
    [2 ** 18 + 1, 8, 1],
    [2 ** 19, 8, 1],
    [2 ** 30, 1, 1],
    [1, 8, 1],
    [0, 8, 1],
    [32_768, 0, 1],
    [32_768, 8, 17],
    [32_768, 2 ** 20, 1],
    [32_768.5, 8, 1],
  ])('scrypt with N %d, r %d, p %d is refused', async (n, r, p) => {
    expect(await codeOf(() => gateScrypt(n, r, p))).toBe('kdf-refused')
  })

  it('scrypt as Aegis writes it is not, nor with 256 MiB', async () => {
    expect(await codeOf(() => gateScrypt(32_768, 8, 1))).toBe('none')
    expect(await codeOf(() => gateScrypt(2 ** 18, 8, 1))).toBe('none')
  })

  it.each([0, -1, 1.5, Number.NaN, 10_000_001])(
    'PBKDF2 with %d rounds is refused',
    async (rounds) => {
      expect(await codeOf(() => gateIterations(rounds))).toBe('kdf-refused')
    },
  )
})
