import { describe, expect, it } from 'vitest'
import {
  checkCode,
  codeOfStep,
  fromBase32,
  stepAt,
  toBase32,
  usualParameters,
} from '@/tests/demo-site/totp.mjs'

// RFC 6238 appendix B: the seed is the ASCII digits repeated to the length of the hash.
const seed = (sizeBytes: number) => Buffer.from('1234567890'.repeat(7).slice(0, sizeBytes))
const vectors = [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
] as const

describe('codeOfStep', () => {
  it.each(vectors)('gives the codes of RFC 6238 at %d s', (seconds, sha1, sha256, sha512) => {
    const step = stepAt(seconds * 1000)
    const eight = { digits: 8, period: 30 }
    expect(codeOfStep(seed(20), step, { algorithm: 'SHA1', ...eight })).toBe(sha1)
    expect(codeOfStep(seed(32), step, { algorithm: 'SHA256', ...eight })).toBe(sha256)
    expect(codeOfStep(seed(64), step, { algorithm: 'SHA512', ...eight })).toBe(sha512)
  })
})

describe('base32', () => {
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('agrees with RFC 4648 on "%s" both ways', (text, base32) => {
    expect(toBase32(Buffer.from(text))).toBe(base32)
    expect(Buffer.from(fromBase32(base32)).toString()).toBe(text)
  })

  it('reads groups of four in lower case', () => {
    expect(Buffer.from(fromBase32('mzxw 6ytb oi==')).toString()).toBe('foobar')
  })
})

describe('checkCode', () => {
  const secret = seed(20)
  const nowMs = 1_111_111_111_000
  const now = stepAt(nowMs)
  const check = (code: string, lastUsedStep: number | null = null) =>
    checkCode({ secret, code, nowMs, lastUsedStep })

  it.each([
    [-2, 'wrong'],
    [-1, 'right'],
    [0, 'right'],
    [1, 'right'],
    [2, 'wrong'],
  ])('finds the code %d steps away %s', (away, verdict) => {
    expect(check(codeOfStep(secret, now + away)).verdict).toBe(verdict)
  })

  it('refuses the code of a step that was used, and of steps before it', () => {
    expect(check(codeOfStep(secret, now), now)).toEqual({ verdict: 'used' })
    expect(check(codeOfStep(secret, now - 1), now)).toEqual({ verdict: 'used' })
    expect(check(codeOfStep(secret, now + 1), now)).toEqual({ verdict: 'right', step: now + 1 })
  })

  it('takes a code typed with a blank in the middle', () => {
    const code = codeOfStep(secret, now)
    expect(check(`${code.slice(0, 3)} ${code.slice(3)}`).verdict).toBe('right')
  })

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('finds "%s" wrong', (code) => {
    expect(check(code)).toEqual({ verdict: 'wrong' })
  })

  it('knows no step before the first', () => {
    const early = { secret, nowMs: 0, lastUsedStep: null, parameters: usualParameters }
    expect(checkCode({ ...early, code: codeOfStep(secret, 0) }).verdict).toBe('right')
  })
})
