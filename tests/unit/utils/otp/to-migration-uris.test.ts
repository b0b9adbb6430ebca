import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase32 } from '@/utils/bytes/base32'
import type { OtpAccount } from '@/utils/otp/parameters'
import { refusedByMigration, toMigrationUris } from '@/utils/otp/to-migration-uris'
import { encode } from '@/utils/qr/encode'
import { anyParameters } from '../backup/writers/samples'
import { readMigration } from './migration-reader'

const secretBase32 = 'JBSWY3DPEHPK3PXP'
const totp = { type: 'totp', secretBase32, algorithm: 'SHA1', digits: 6, period: 30 } as const
const account: OtpAccount = { parameters: totp, issuer: 'ACME', label: 'ada' }
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...account, label: `${n}` }))

describe('a migration series', () => {
  it('reads back by another decoder, whatever it carries', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 20 })
    const any = fc.record({ parameters: anyParameters, issuer: name, label: name })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 15 }), fc.integer({ min: 1 }), (accounts, batchId) => {
        const kept = accounts.filter((each) => refusedByMigration(each) === null)
        const parts = toMigrationUris(kept, batchId).map(({ uri }) => readMigration(uri))
        for (const [index, part] of parts.entries()) {
          expect(part).toMatchObject({ version: 1, size: parts.length, index, batchId })
        }
        expect(parts.flatMap(({ entries }) => entries)).toEqual(kept.map(entryOf))
      }),
      { numRuns: 300 },
    )
  })

  it('puts ten accounts into a code, and counts the codes', () => {
    const parts = toMigrationUris(many(23), 7)
    expect(parts.map(({ count }) => count)).toEqual([10, 10, 3])
    expect(parts.map(({ uri }) => readMigration(uri))).toMatchObject([
      { size: 3, index: 0, batchId: 7 },
      { size: 3, index: 1, batchId: 7 },
      { size: 3, index: 2, batchId: 7 },
    ])
  })

  it('has fewer to a code where they are long, and every code fits into a picture', () => {
    const long = many(10).map((each) => ({ ...each, issuer: 'long '.repeat(30) }))
    const parts = toMigrationUris(long, 2 ** 31 - 1)
    expect(parts.length).toBeGreaterThan(1)
    for (const { uri } of parts) expect(encode(uri)).not.toBeNull()
  })

  it('of nothing has no code', () => {
    expect(toMigrationUris([], 1)).toEqual([])
  })

  it('says nothing but the scheme, the host and data', () => {
    const [part] = toMigrationUris([account], 1)
    expect(part?.uri).toMatch(/^otpauth-migration:\/\/offline\?data=[\w%]+$/)
  })
})

it.each([
  ['steam', { type: 'steam', secretBase32 }],
  ['period', { ...totp, period: 60 }],
  ['digits', { ...totp, digits: 7 }],
  ['digits', { type: 'hotp', secretBase32, algorithm: 'SHA1', digits: 10, counter: 0 }],
  ['unreadable', { ...totp, secretBase32: 'A' }],
  ['too-long', { ...totp, secretBase32: 'A'.repeat(4000) }],
  [null, { ...totp, digits: 8, algorithm: 'SHA512' }],
  [null, { type: 'hotp', secretBase32, algorithm: 'SHA1', digits: 6, counter: 2 ** 53 - 1 }],
] as const)('%s is why it refuses %o', (why, parameters) => {
  expect(refusedByMigration({ ...account, parameters })).toBe(why)
})

it('the longest account that is not refused fits into a code', () => {
  const sized = (size: number) => ({ ...account, label: 'x'.repeat(size) })
  const longest = Array.from({ length: 3000 }, (_, size) => size).findLast(
    (size) => refusedByMigration(sized(size)) === null,
  )
  const [part] = toMigrationUris([sized(longest ?? 0)], 2 ** 31 - 1)
  expect(encode(part?.uri ?? '')).not.toBeNull()
})

function entryOf({ parameters, issuer, label }: OtpAccount) {
  if (parameters.type === 'steam') throw new Error('refused')
  const { algorithm, digits } = parameters
  return {
    secret: Buffer.from(fromBase32(parameters.secretBase32)).toString('hex'),
    name: issuer === '' && !label.includes(':') ? label : `${issuer}:${label}`,
    issuer,
    algorithm: { SHA1: 1, SHA256: 2, SHA512: 3 }[algorithm],
    digits: { 6: 1, 8: 2 }[digits],
    type: parameters.type === 'totp' ? 2 : 1,
    counter: parameters.type === 'hotp' ? BigInt(parameters.counter) : undefined,
  }
}
