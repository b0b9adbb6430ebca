import { describe, expect, test } from 'vitest'
import { driftFromCode } from '@/utils/otp/clock-drift'
import { codeAt } from '@/utils/otp/code'
import type { TotpParameters } from '@/utils/otp/parameters'

const nowMs = 1_700_000_010_000
const parameters: TotpParameters = {
  type: 'totp',
  secretBase32: 'JBSWY3DPEHPK3PXP',
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
}

describe('the drift of a clock', () => {
  test.each([
    ['none', 0],
    ['five minutes slow', 300_000],
    ['an hour fast', -3_600_000],
  ])('is worked out from a code of another device: %s', (_, driftMs) => {
    const shown = codeAt(parameters, nowMs + driftMs)
    expect(driftFromCode(parameters, shown, nowMs)).toBe(driftMs)
  })

  test('is worked out from a code typed with a gap', () => {
    const shown = codeAt(parameters, nowMs + 60_000)
    expect(driftFromCode(parameters, `${shown.slice(0, 3)} ${shown.slice(3)}`, nowMs)).toBe(60_000)
  })

  test.each(['12345', 'abcdef', ''])('is unknown for a code of no step: %o', (code) => {
    expect(driftFromCode(parameters, code, nowMs)).toBeNull()
  })

  test('is not guessed from a short code far away: it would fit by chance', () => {
    const short = { ...parameters, digits: 4 }
    const far = codeAt(short, nowMs + 3_600_000)
    const near = codeAt(short, nowMs + 300_000)
    expect(driftFromCode(short, far, nowMs)).not.toBe(3_600_000)
    expect(driftFromCode(short, near, nowMs)).toBe(300_000)
  })
})
