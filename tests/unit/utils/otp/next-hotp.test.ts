import { expect, it } from 'vitest'
import { nextHotp } from '@/utils/otp/next-hotp'
import type { HotpParameters } from '@/utils/otp/parameters'

const at = (counter: number): HotpParameters => ({
  type: 'hotp',
  secretBase32: 'GEZDGNBVGY3TQOJQ',
  algorithm: 'SHA1',
  digits: 6,
  counter,
})

it('moves the counter by one and leaves what it was given alone', () => {
  const before = at(7)
  expect(nextHotp(before)).toEqual(at(8))
  expect(before).toEqual(at(7))
})

it('stops before the counter loses precision', () => {
  expect(() => nextHotp(at(Number.MAX_SAFE_INTEGER))).toThrow(
    expect.objectContaining({ code: 'counter-out-of-range' }),
  )
})
