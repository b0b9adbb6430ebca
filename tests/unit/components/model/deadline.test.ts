import { beforeEach, describe, expect, it, vi } from 'vitest'
import { followDeadline } from '@/components/model/deadline'

let nowMs: number
let storedMs: number | null
let tick: (() => void) | null
let delayMs: number
let show = () => {}
let move: (deadlineMs: number | null) => void
const check = vi.fn()

function follow() {
  return followDeadline({
    now: () => nowMs,
    readDeadline: async () => storedMs,
    watchDeadline: (moved) => {
      move = moved
      return () => {}
    },
    after: (ms, then) => {
      delayMs = ms
      tick = then
      return () => {
        tick = null
      }
    },
    onVisibility: (change) => {
      show = change
      return () => {}
    },
    check,
  })
}
const settled = () => new Promise((resolve) => setTimeout(resolve))
/** The timers of the page ring; `sleptMs` is what they are late. */
function pass(sleptMs = 0) {
  nowMs += delayMs + sleptMs
  tick?.()
}

beforeEach(async () => {
  vi.clearAllMocks()
  nowMs = 0
  storedMs = 60_000
  tick = null
})

describe('a page that is open at the deadline', () => {
  it('checks at the deadline, not before', async () => {
    follow()
    await settled()
    while (nowMs < 58_000) pass()
    expect(check).not.toHaveBeenCalled()
    pass()
    expect(nowMs).toBe(60_000)
    expect(check).toHaveBeenCalledOnce()
  })

  it('checks within 5 s after the computer slept over it', async () => {
    follow()
    await settled()
    pass(8 * 3_600_000)
    expect(check).toHaveBeenCalledOnce()
    expect(delayMs).toBeLessThan(5_000)
  })

  // The attack: a clock set back moves a deadline away that was seconds off.
  it('checks when the clock was set back', async () => {
    nowMs = 10_000
    follow()
    await settled()
    pass()
    expect(check).not.toHaveBeenCalled()
    pass(-3_600_000)
    expect(check).toHaveBeenCalledOnce()
  })

  it('checks as soon as it is shown again, its timers being late', async () => {
    follow()
    await settled()
    nowMs = 60_000
    show()
    expect(check).toHaveBeenCalledOnce()
  })

  it('checks again while the session has not ended', async () => {
    follow()
    await settled()
    move(0)
    pass()
    pass()
    expect(check).toHaveBeenCalledTimes(3)
  })

  it('follows a deadline that moves', async () => {
    follow()
    await settled()
    move(90_000)
    while (nowMs < 88_000) pass()
    expect(check).not.toHaveBeenCalled()
    pass()
    expect(check).toHaveBeenCalledOnce()
  })

  it('runs no timer while the vault is locked', async () => {
    storedMs = null
    follow()
    await settled()
    expect(tick).toBeNull()
    move(60_000)
    expect(tick).not.toBeNull()
    move(null)
    expect(tick).toBeNull()
  })

  it('takes what it is told over what it read before', async () => {
    follow()
    move(null)
    await settled()
    expect(tick).toBeNull()
  })

  it('stops', async () => {
    const stop = follow()
    await settled()
    stop()
    expect(tick).toBeNull()
  })
})
