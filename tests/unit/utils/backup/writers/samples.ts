import fc from 'fast-check'
import { toBase32 } from '@/utils/bytes/base32'
import { newAccount } from '@/utils/vault/accounts'
import type { Account } from '@/utils/vault/document'

const secretBase32 = fc.uint8Array({ minLength: 1, maxLength: 64 }).map(toBase32)
const algorithm = fc.constantFrom('SHA1', 'SHA256', 'SHA512')
const digits = fc.integer({ min: 1, max: 10 })

/** Codes of every kind that an account can have. */
export const anyParameters = fc.oneof(
  fc.record({
    type: fc.constant('totp' as const),
    secretBase32,
    algorithm,
    digits,
    period: fc.oneof(fc.constant(30), fc.integer({ min: 1 })),
  }),
  fc.record({
    type: fc.constant('hotp' as const),
    secretBase32,
    algorithm,
    digits,
    counter: fc.maxSafeNat(),
  }),
  fc.record({ type: fc.constant('steam' as const), secretBase32 }),
)

const name = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom('a', 'B', ':', '%', '+', ' ', '&', '/'), maxLength: 20 }),
)

/** Accounts with everything that a file may or may not carry. */
export const anyAccount = fc
  .record({
    parameters: anyParameters,
    issuer: name,
    label: name,
    id: fc.uuid(),
    note: fc.oneof(fc.constant(''), fc.string()),
    tags: fc.array(fc.constantFrom('work', 'home', 'a, b'), { maxLength: 3 }),
    favorite: fc.boolean(),
    deletedAtMs: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.nat()),
  })
  .map(({ parameters, issuer, label, id, ...rest }): Account => {
    return { ...newAccount({ parameters, issuer, label }, { id, nowMs: 1 }), ...rest }
  })
