import { computed, effect, signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createLiveCode } from '@/components/model/live-code'
import type { TotpParameters } from '@/utils/otp/parameters'

// The secret and the codes of RFC 6238 appendix B (SHA1, 8 digits).
const rfc: TotpParameters = {
  type: 'totp',
  secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  algorithm: 'SHA1',
  digits: 8,
  period: 30,
}

test('a code follows the time', () => {
  const nowMs = signal(59_000)
  const live = createLiveCode(rfc, nowMs)
  expect([live.code.value, live.secondsLeft.value]).toEqual(['94287082', 1])
  nowMs.value = 1_111_111_109_000
  expect([live.code.value, live.secondsLeft.value]).toEqual(['07081804', 1])
})

test('the next code is the one of the next step', () => {
  const nowMs = signal(59_000)
  const live = createLiveCode(rfc, nowMs)
  const next = live.next.value
  nowMs.value = 60_000
  expect(live.code.value).toBe(next)
})

test('within a step the code is computed once', () => {
  const nowMs = signal(0)
  const live = createLiveCode(rfc, nowMs)
  let changes = 0
  const stop = effect(() => {
    live.code.value
    changes += 1
  })
  for (let second = 1; second < 30; second += 1) nowMs.value = second * 1000
  expect(changes).toBe(1)
  nowMs.value = 30_000
  expect(changes).toBe(2)
  stop()
})

test('a code nobody looks at does not follow the clock', () => {
  let reads = 0
  const nowMs = signal(0)
  const counted = computed(() => {
    reads += 1
    return nowMs.value
  })
  createLiveCode(rfc, counted)
  nowMs.value = 60_000
  expect(reads).toBe(0)
})

test('a counter code stands still and counts nothing down', () => {
  const live = createLiveCode(
    { type: 'hotp', secretBase32: rfc.secretBase32, algorithm: 'SHA1', digits: 6, counter: 1 },
    signal(0),
  )
  // RFC 4226 appendix D, count 1.
  expect([live.code.value, live.secondsLeft.value, live.period]).toEqual(['287082', 0, null])
})
