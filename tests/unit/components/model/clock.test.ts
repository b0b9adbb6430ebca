import { effect } from '@preact/signals'
import { expect, test } from 'vitest'
import { createClock } from '@/components/model/clock'

function fakePage(startMs: number) {
  let nowMs = startMs
  let hidden = false
  let pending: { atMs: number; tick: () => void } | null = null
  const listeners = new Set<() => void>()
  return {
    ports: {
      now: () => nowMs,
      after: (delayMs: number, tick: () => void) => {
        const timer = { atMs: nowMs + delayMs, tick }
        pending = timer
        return () => {
          if (pending === timer) pending = null
        }
      },
      isHidden: () => hidden,
      onVisibility: (change: () => void) => {
        listeners.add(change)
        return () => listeners.delete(change)
      },
    },
    pass(ms: number) {
      const endMs = nowMs + ms
      while (pending !== null && pending.atMs <= endMs) {
        const timer = pending
        pending = null
        nowMs = timer.atMs
        timer.tick()
      }
      nowMs = endMs
    },
    hide(value: boolean) {
      hidden = value
      for (const change of listeners) change()
    },
    get timers() {
      return pending === null ? 0 : 1
    },
    get listeners() {
      return listeners.size
    },
  }
}

test('the clock ticks at full seconds', async () => {
  const page = fakePage(10_400)
  const seen: number[] = []
  const clock = createClock(page.ports)
  const stop = effect(() => {
    seen.push(clock.value)
  })
  await Promise.resolve()
  page.pass(2000)
  stop()
  expect(seen).toEqual([10_400, 11_000, 12_000])
})

test('no timer runs unless something reads the clock', async () => {
  const page = fakePage(0)
  const clock = createClock(page.ports)
  expect(page.timers).toBe(0)
  const stop = effect(() => {
    clock.value
  })
  await Promise.resolve()
  expect(page.timers).toBe(1)
  stop()
  expect([page.timers, page.listeners]).toEqual([0, 0])
})

test('a hidden page stops the timer and catches up when shown', async () => {
  const page = fakePage(0)
  const clock = createClock(page.ports)
  let last = -1
  const stop = effect(() => {
    last = clock.value
  })
  await Promise.resolve()
  page.hide(true)
  expect(page.timers).toBe(0)
  page.pass(60_500)
  expect(last).toBe(0)
  page.hide(false)
  expect(last).toBe(60_500)
  expect(page.timers).toBe(1)
  stop()
})

test('a clock nobody looked at for a while shows the right time before the next frame', async () => {
  const page = fakePage(0)
  const clock = createClock(page.ports)
  page.pass(45_000)
  let last = -1
  const stop = effect(() => {
    last = clock.value
  })
  await Promise.resolve()
  expect(last).toBe(45_000)
  stop()
})
