import { describe, expect, it } from 'vitest'
import { msLeft, secondsLeft, stepAt } from '@/utils/clock/step'

describe('the step of a time', () => {
  it.each([
    [59, 0x1],
    [1111111109, 0x23523ec],
    [1111111111, 0x23523ed],
    [1234567890, 0x273ef07],
    [2000000000, 0x3f940aa],
    [20000000000, 0x27bc86aa],
  ])('is T of RFC 6238 appendix B at %d s', (seconds, step) => {
    expect(stepAt(seconds * 1000, 30)).toBe(step)
  })
})

describe('what is left of a step', () => {
  it.each([
    [0, 30, 30_000, 30],
    [1, 30, 29_999, 30],
    [999, 30, 29_001, 30],
    [1000, 30, 29_000, 29],
    [29_001, 30, 999, 1],
    [29_999, 30, 1, 1],
    [30_000, 30, 30_000, 30],
    [61_500, 60, 58_500, 59],
    [500, 1, 500, 1],
  ])('at %d ms of a period of %d s is %d ms, shown as %d', (nowMs, period, ms, seconds) => {
    expect(msLeft(nowMs, period)).toBe(ms)
    expect(secondsLeft(nowMs, period)).toBe(seconds)
  })
})
