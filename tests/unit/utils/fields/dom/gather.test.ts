import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGathering, type Gathering, type Urgency } from '@/utils/fields/dom/gather'

/** When it looked, in ms since the test began. */
let looks: number[]
/** When it asked what changes brought, likewise. */
let sifts: number[]
let gathering: Gathering<null>
/** What the changes since the last sifting have brought. */
let brought: Urgency

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const startMs = performance.now()
  looks = []
  sifts = []
  brought = 'other'
  const sift = () => {
    sifts.push(performance.now() - startMs)
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
  gathering.add(null)
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
      gathering.add(null)
      vi.advanceTimersByTime(8)
    }
    vi.advanceTimersByTime(984)
    looks = []
    bringCode()
    vi.advanceTimersByTime(200)
    expect(looks).toEqual([1_010])
  })

  it('asks what changes brought less and less often, until they come to rest', () => {
    for (let nowMs = 0; nowMs < 700; nowMs += 10) {
      gathering.add(null)
      vi.advanceTimersByTime(10)
    }
    expect(sifts).toEqual([10, 30, 70, 150, 270, 390, 510, 630])
    vi.advanceTimersByTime(1_000)
    sifts = []
    gathering.add(null)
    vi.advanceTimersByTime(1_000)
    expect(sifts).toEqual([1_710])
  })

  it('takes no look later that was taken sooner for something urgent', () => {
    spend()
    gathering.add(null)
    vi.advanceTimersByTime(100)
    expect(looks).toEqual([])
    bringCode()
    vi.advanceTimersByTime(20_000)
    expect(looks).toEqual([120, 520])
  })

  it('looks again once what came in a movement stands, and at what lets it be seen', () => {
    spend()
    bringCode()
    vi.advanceTimersByTime(700)
    expect(looks).toEqual([10, 410])
    brought = 'field'
    gathering.add(null)
    vi.advanceTimersByTime(2_000)
    expect(looks).toEqual([10, 410, 710])
    brought = 'field'
    gathering.add(null)
    vi.advanceTimersByTime(1_000)
    expect(looks).toEqual([10, 410, 710])
  })

  it('forgets what was added when it is told to, and begins anew', () => {
    const siftLater = () => bringCode()
    const lookLater = () => {
      brought = 'other'
      spend()
      gathering.add(null)
      vi.advanceTimersByTime(20)
    }
    for (const begin of [siftLater, lookLater]) {
      begin()
      gathering.drop()
      vi.advanceTimersByTime(20_000)
      expect(looks).toEqual([])
    }
    bringCode()
    vi.advanceTimersByTime(200)
    expect(looks).toHaveLength(1)
  })

  it.each([
    ['at once as long as looks cost little', 1, 0],
    ['later once they cost more', 1.1, 1_000],
    ['not later than in five seconds, whatever they cost', 1_000, 5_000],
  ])('looks into what brings nothing of a code %s', (_, costMs, restMs) => {
    gathering.spend(costMs)
    gathering.add(null)
    vi.advanceTimersByTime(20_000)
    expect(looks).toEqual([Math.max(10, Math.round(restMs))])
  })

  it('makes good in time what looks have cost', () => {
    gathering.spend(1)
    vi.advanceTimersByTime(10_000)
    gathering.spend(1)
    gathering.add(null)
    vi.advanceTimersByTime(20_000)
    expect(looks).toEqual([10_010])
  })

  it.each([100, 1_000, 5_003, 20_000])(
    'looks within 250 ms of what comes to a page that has not rested for %i ms',
    (busyMs) => {
      spend()
      for (let nowMs = 0; nowMs < busyMs; nowMs += 7) {
        gathering.add(null)
        vi.advanceTimersByTime(7)
      }
      spend()
      looks = []
      const comesMs = performance.now()
      bringCode()
      while (looks.length === 0 && performance.now() - comesMs <= 250) {
        vi.advanceTimersByTime(7)
        gathering.add(null)
      }
      expect(looks).toHaveLength(1)
    },
  )
})
