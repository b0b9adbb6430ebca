import { expect, it } from 'vitest'
import { correctedNow } from '@/utils/clock/correction'

it.each([
  ['slow', 1_000_000, 1_090_000, 90_000],
  ['fast', 1_000_000, 940_000, -60_000],
  ['right', 1_000_000, 1_000_000, 0],
])('a %s clock is moved to the true time', (_, localMs, trueMs, correctionMs) => {
  expect(correctedNow(localMs, correctionMs)).toBe(trueMs)
})
