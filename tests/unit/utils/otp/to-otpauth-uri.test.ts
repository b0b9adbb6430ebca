import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toBase32 } from '@/utils/bytes/base32'
import { fromOtpauthUri } from '@/utils/otp/from-otpauth-uri'
import type { OtpAccount } from '@/utils/otp/parameters'
import { toOtpauthUri } from '@/utils/otp/to-otpauth-uri'

const secretBase32 = 'JBSWY3DPEHPK3PXP'
const totp = { type: 'totp', secretBase32, algorithm: 'SHA1', digits: 6, period: 30 } as const

it.each<[account: OtpAccount, uri: string]>([
  [
    { parameters: totp, issuer: 'ACME Co', label: 'ada+x@example.org' },
    `otpauth://totp/ACME%20Co:ada%2Bx%40example.org?secret=${secretBase32}&issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30`,
  ],
  [
    { parameters: totp, issuer: '', label: 'ada' },
    `otpauth://totp/ada?secret=${secretBase32}&algorithm=SHA1&digits=6&period=30`,
  ],
  [
    { parameters: totp, issuer: '', label: 'a:b' },
    `otpauth://totp/:a%3Ab?secret=${secretBase32}&algorithm=SHA1&digits=6&period=30`,
  ],
  [
    {
      parameters: { type: 'hotp', secretBase32, algorithm: 'SHA256', digits: 8, counter: 42 },
      issuer: 'A:B',
      label: '',
    },
    `otpauth://hotp/A%3AB:?secret=${secretBase32}&issuer=A%3AB&algorithm=SHA256&digits=8&counter=42`,
  ],
  [
    { parameters: { type: 'steam', secretBase32 }, issuer: 'Steam', label: 'ada' },
    `otpauth://steam/Steam:ada?secret=${secretBase32}&issuer=Steam`,
  ],
  [
    { parameters: totp, issuer: 'bad\ud800', label: '' },
    `otpauth://totp/bad%EF%BF%BD:?secret=${secretBase32}&issuer=bad%EF%BF%BD&algorithm=SHA1&digits=6&period=30`,
  ],
])('%j is written %s', (account, uri) => {
  expect(toOtpauthUri(account)).toBe(uri)
})

const secret = fc.uint8Array({ minLength: 1, maxLength: 80 }).map(toBase32)
const algorithm = fc.constantFrom('SHA1', 'SHA256', 'SHA512')
const digits = fc.integer({ min: 1, max: 10 })
const parameters = fc.oneof(
  fc.record({
    type: fc.constant('totp' as const),
    secretBase32: secret,
    algorithm,
    digits,
    period: fc.integer({ min: 1 }),
  }),
  fc.record({
    type: fc.constant('hotp' as const),
    secretBase32: secret,
    algorithm,
    digits,
    counter: fc.maxSafeNat(),
  }),
  fc.record({ type: fc.constant('steam' as const), secretBase32: secret }),
)
const name = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', 'B', ':', '%', '+', ' ', '?', '&', '#', '=', '/') }),
    fc.constant('Steam'),
  )
  .map((text) => text.trim())

it('whatever is written is read back equal, without a warning', () => {
  fc.assert(
    fc.property(fc.record({ parameters, issuer: name, label: name }), (account) => {
      // Five digits from Steam as TOTP exist nowhere: they are read as Steam's own codes.
      fc.pre(!(account.issuer === 'Steam' && account.parameters.type === 'totp'))
      const parsed = fromOtpauthUri(toOtpauthUri(account))
      expect(parsed.account).toEqual(account)
      expect(parsed.warnings).toEqual([])
    }),
    { numRuns: 2000 },
  )
})
