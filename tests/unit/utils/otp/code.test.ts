import { describe, expect, it } from 'vitest'
import { toBase32 } from '@/utils/bytes/base32'
import { toUtf8 } from '@/utils/bytes/utf8'
import { codeAt } from '@/utils/otp/code'
import type { Algorithm } from '@/utils/otp/parameters'

const secretOf = (text: string) => toBase32(toUtf8(text))
const digitsTo = (length: number) => '1234567890'.repeat(7).slice(0, length)

/** RFC 4226 appendix D. */
const hotpVectors = [
  '755224',
  '287082',
  '359152',
  '969429',
  '338314',
  '254676',
  '287922',
  '162583',
  '399871',
  '520489',
]
/** The same ten as the truncated 31-bit numbers of RFC 4226 appendix D. */
const truncated = [
  1284755224, 1094287082, 137359152, 1726969429, 1640338314, 868254676, 1918287922, 82162583,
  673399871, 645520489,
]

/** RFC 6238 appendix B with the seeds of its reference code: 20, 32 and 64 bytes. */
const totpSeeds: Record<Algorithm, string> = {
  SHA1: digitsTo(20),
  SHA256: digitsTo(32),
  SHA512: digitsTo(64),
}
const totpVectors: [number, Record<Algorithm, string>][] = [
  [59, { SHA1: '94287082', SHA256: '46119246', SHA512: '90693936' }],
  [1111111109, { SHA1: '07081804', SHA256: '68084774', SHA512: '25091201' }],
  [1111111111, { SHA1: '14050471', SHA256: '67062674', SHA512: '99943326' }],
  [1234567890, { SHA1: '89005924', SHA256: '91819424', SHA512: '93441116' }],
  [2000000000, { SHA1: '69279037', SHA256: '90698825', SHA512: '38618901' }],
  [20000000000, { SHA1: '65353130', SHA256: '77737706', SHA512: '47863826' }],
]

describe('HOTP', () => {
  const secretBase32 = secretOf(digitsTo(20))
  it.each([...hotpVectors.entries()])('is RFC 4226 appendix D at counter %d', (counter, code) => {
    const parameters = {
      type: 'hotp',
      secretBase32,
      algorithm: 'SHA1',
      digits: 6,
      counter,
    } as const
    expect(codeAt(parameters, 0)).toBe(code)
    expect(codeAt(parameters, 1e12)).toBe(code)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('writes %d digits, zeros in front', (digits) => {
    const codes = truncated.map((_, counter) =>
      codeAt({ type: 'hotp', secretBase32, algorithm: 'SHA1', digits, counter }, 0),
    )
    expect(codes).toEqual(truncated.map((number) => `${number}`.padStart(10, '0').slice(-digits)))
  })

  it('counts past 32 bits', () => {
    const at = (counter: number) =>
      codeAt({ type: 'hotp', secretBase32, algorithm: 'SHA1', digits: 6, counter }, 0)
    expect(at(2 ** 32)).not.toBe(at(0))
    expect(at(Number.MAX_SAFE_INTEGER)).toMatch(/^\d{6}$/)
  })
})

describe('TOTP', () => {
  const cases = totpVectors.flatMap(([seconds, codes]) =>
    Object.entries(codes).map(([name, code]) => [name as Algorithm, seconds, code] as const),
  )
  it.each(cases)('%s is RFC 6238 appendix B at %d s', (algorithm, seconds, code) => {
    const secretBase32 = secretOf(totpSeeds[algorithm])
    const parameters = { type: 'totp', secretBase32, algorithm, digits: 8, period: 30 } as const
    expect(codeAt(parameters, seconds * 1000)).toBe(code)
    expect(codeAt({ ...parameters, digits: 6 }, seconds * 1000)).toBe(code.slice(-6))
  })

  it('keeps a code for its whole period and not a millisecond longer', () => {
    const secretBase32 = secretOf(digitsTo(20))
    const at = (nowMs: number) =>
      codeAt({ type: 'totp', secretBase32, algorithm: 'SHA1', digits: 6, period: 60 }, nowMs)
    expect(at(59_999)).toBe(hotpVectors[0])
    expect(at(60_000)).toBe(hotpVectors[1])
  })
})

describe('Steam Guard', () => {
  it.each([
    // The reference sample of steamguard-cli; its shared secret in base32.
    ['Z3ZBVSU5ZE7PW3276QDB5KZKFAMT7Y4L', 1616374841, '2F9J5'],
    // Codes other authenticators show for the secret of the Key Uri Format's example.
    ['JBSWY3DPEHPK3PXP', 59, '2YXGV'],
    ['JBSWY3DPEHPK3PXP', 1111111109, 'CWDGV'],
    ['JBSWY3DPEHPK3PXP', 1700000000, '2KM2P'],
  ])('spells the number in its own alphabet: %s at %d s', (secretBase32, seconds, code) => {
    expect(codeAt({ type: 'steam', secretBase32 }, seconds * 1000)).toBe(code)
  })
})
