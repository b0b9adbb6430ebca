import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGathering, type Gathering, type Urgency } from '@/utils/fields/dom/gather'

/** When it looked, in ms since the test began. */
let looks: number[]
let gathering: Gathering
/** What the changes since the last sifting have brought. */
let brought: Urgency

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const startMs = performance.now()
  looks = []
  brought = 'other'
  const sift = () => {
    const urgency = brought
    brought = 'other'
    return urgency
  }
  gathering = createGathering(sift, () => looks.push(performance.now() - startMs))
})
afterEach(() => {
  gathering.drop()
  vi.useRealTimers()
})

/** A change that brings what may be a code field. */
function bringCode(): void {
  brought = 'code'
  gathering.add()
}

/** No look that is not urgent is taken for seconds. */
function spend(): void {
  gathering.spend(1_000)
}

describe('createGathering', () => {
  it('looks into a single change soon', () => {
    bringCode()
    vi.advanceTimersByTime(200)
    expect(looks).toEqual([10])
  })

  it('waits until boxes that come one by one are there', () => {
    for (const _ of [0, 8, 16, 24]) {
      bringCode()
      vi.advanceTimersByTime(8)
    }
    expect(looks).toEqual([])
    vi.advanceTimersByTime(200)
    expect(looks).toEqual([40])
  })

  it('looks into a single change soon also where many came before', () => {
    for (const _ of [0, 8]) {
      gathering.add()
      vi.advanceTimersByTime(8)
    }
    vi.advanceTimersByTime(984)
    looks = []
    bringCode()
    vi.advanceTimersByTime(200)
    expect(looks).toEqual([1_010])
  })

  it.each([100, 1_000, 5_003, 20_000])(
    'looks within 250 ms of what comes to a page that has not rested for %i ms',
    (busyMs) => {
      spend()
      for (let nowMs = 0; nowMs < busyMs; nowMs += 7) {
        gathering.add()
        vi.advanceTimersByTime(7)
      }
      spend()
      looks = []
      const comesMs = performance.now()
      bringCode()
      while (looks.length === 0 && performance.now() - comesMs <= 250) {
        vi.advanceTimersByTime(7)
        gathering.add()
      }
      expect(looks).toHaveLength(1)
    },
  )
})
