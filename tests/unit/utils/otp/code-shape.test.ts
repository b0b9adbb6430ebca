import { expect, it } from 'vitest'
import { codeAt } from '@/utils/otp/code'
import { digitsOf, periodOf } from '@/utils/otp/code-shape'
import type { OtpParameters } from '@/utils/otp/parameters'

const shared = { secretBase32: 'GEZDGNBVGY3TQOJQ', algorithm: 'SHA1', digits: 8 } as const

it.each<[OtpParameters, number, number | null]>([
  [{ type: 'totp', ...shared, period: 60 }, 8, 60],
  [{ type: 'hotp', ...shared, counter: 1 }, 8, null],
  [{ type: 'steam', secretBase32: shared.secretBase32 }, 5, 30],
])('the codes of %j have %i characters and live %s seconds', (parameters, digits, period) => {
  expect([digitsOf(parameters), periodOf(parameters)]).toEqual([digits, period])
  expect(codeAt(parameters, 0)).toHaveLength(digits)
})
