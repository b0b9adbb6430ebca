import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type ClipboardPorts, watchClipboard } from '@/entrypoints/background/clipboard'

let nowMs: number
let due: number | null
let lastCopyMs: number | null
let hasRoom: boolean
let alarmMs: number | null
let ring: () => void
/** When the document without a window will empty the clipboard; null where there is none. */
let waiting: number | null
let hasOwnClock: boolean
let canWait: boolean
const emptied = vi.fn(async () => {})

/** One thing at a time, as Web Locks do it. */
function createQueue(): ClipboardPorts['exclusively'] {
  let last: Promise<unknown> = Promise.resolve()
  return (_, work) => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
}

const start = () =>
  watchClipboard({
    clearer: {
      now: emptied,
      later: async (dueMs) => {
        if (!canWait) throw new Error('one is open')
        if (hasOwnClock) waiting = dueMs
        return hasOwnClock
      },
      waits: async () => waiting !== null,
      cancel: async () => {
        waiting = null
      },
    },
    due: {
      read: async () => due,
      write: async (dueMs) => {
        due = dueMs
      },
      clear: async () => {
        due = null
      },
    },
    lastCopy: {
      read: async () => lastCopyMs,
      write: async (atMs) => {
        if (!hasRoom) throw new Error('full')
        lastCopyMs = atMs
      },
    },
    now: () => nowMs,
    setAlarm: async (atMs) => {
      alarmMs = atMs
    },
    clearAlarm: async () => {
      alarmMs = null
    },
    onAlarm: (listener) => {
      ring = listener
    },
    exclusively: createQueue(),
  })

beforeEach(() => {
  vi.clearAllMocks()
  nowMs = 1_000_000
  due = null
  lastCopyMs = null
  hasRoom = true
  alarmMs = null
  waiting = null
  hasOwnClock = true
  canWait = true
})

describe('where a document can wait', () => {
  it('a copy is emptied by it, and the alarm comes after it', async () => {
    await start().copied(30, nowMs)
    expect(waiting).toBe(1_030_000)
    expect(due).toBe(1_030_000)
    expect(alarmMs).toBeGreaterThan(1_030_000)
  })

  it('a copy that is heard of late is emptied in its own time', async () => {
    const clipboard = start()
    await clipboard.copied(30, nowMs - 20_000)
    expect([waiting, due]).toEqual([1_010_000, 1_010_000])
    expect(emptied).not.toHaveBeenCalled()
  })

  it('a copy that is heard of when its time is over is emptied at once', async () => {
    await start().copied(30, nowMs - 30_000)
    expect(emptied).toHaveBeenCalledOnce()
    expect(due).toBeNull()
  })

  it.each([30, 0])('a copy heard of after a later one (%i s) changes nothing', async (seconds) => {
    const clipboard = start()
    await clipboard.copied(20, nowMs)
    await clipboard.copied(seconds, nowMs - 30_000)
    expect([waiting, due]).toEqual([1_020_000, 1_020_000])
    expect(emptied).not.toHaveBeenCalled()
  })

  it('a copy heard of twice is emptied once: something else may be there by then', async () => {
    const clipboard = start()
    await clipboard.copied(30, nowMs)
    nowMs += 40_000
    await clipboard.clearNow()
    await clipboard.copied(30, nowMs - 40_000)
    expect(emptied).toHaveBeenCalledOnce()
  })

  it('a copy that could not be seen to is seen to the second time', async () => {
    canWait = false
    emptied.mockRejectedValueOnce(new Error('no document'))
    const clipboard = start()
    await expect(clipboard.copied(30, nowMs - 30_000)).rejects.toThrow()
    await clipboard.copied(30, nowMs - 30_000)
    expect(emptied).toHaveBeenCalledTimes(2)
    expect(due).toBeNull()
  })

  it('a later copy that is to stay is not emptied for one heard of after it', async () => {
    const clipboard = start()
    await clipboard.copied(0, nowMs)
    await clipboard.copied(30, nowMs - 10_000)
    expect([waiting, due]).toEqual([null, null])
  })

  it('a copy after the clock was set back is emptied in its time', async () => {
    const clipboard = start()
    await clipboard.copied(30, nowMs)
    nowMs -= 500_000
    await clipboard.copied(30, nowMs)
    expect(due).toBe(530_000)
  })

  it('a copy is emptied though its time could not be noted', async () => {
    hasRoom = false
    await start().copied(30, nowMs)
    expect(due).toBe(1_030_000)
  })

  it('a copy made before the clock was set back is emptied no later', async () => {
    await start().copied(30, nowMs + 600_000)
    expect(due).toBe(1_030_000)
  })

  it('what it reports as done is not due any more', async () => {
    const clipboard = start()
    await clipboard.copied(30, nowMs)
    await clipboard.cleared(1_030_000)
    expect(due).toBeNull()
    expect(alarmMs).toBeNull()
  })

  it('what it reports as done does not end the time of a later copy', async () => {
    const clipboard = start()
    await clipboard.copied(10, nowMs)
    nowMs += 9_000
    await clipboard.copied(30, nowMs)
    await clipboard.cleared(1_010_000)
    expect(due).toBe(1_039_000)
  })

  it('a background that starts while it waits leaves it alone', async () => {
    due = 1_010_000
    waiting = 1_010_000
    nowMs = 1_010_001
    await start().cleared(0)
    expect(emptied).not.toHaveBeenCalled()
  })

  it('a document that cannot be had leaves it to the alarm', async () => {
    canWait = false
    await start().copied(30, nowMs)
    expect([due, alarmMs]).toEqual([1_030_000, 1_030_000])
  })

  it('the alarm empties when the document was asleep with the computer', async () => {
    const clipboard = start()
    await clipboard.copied(30, nowMs)
    nowMs += 3_600_000
    ring()
    await vi.waitFor(() => expect(due).toBeNull())
    expect(emptied).toHaveBeenCalledOnce()
  })
})

describe('where only the background can', () => {
  beforeEach(() => {
    hasOwnClock = false
  })

  it('the alarm rings at the time and empties', async () => {
    await start().copied(30, nowMs)
    expect(alarmMs).toBe(1_030_000)
    nowMs = 1_030_000
    ring()
    await vi.waitFor(() => expect(due).toBeNull())
    expect(emptied).toHaveBeenCalledOnce()
  })

  it('an alarm of an earlier copy that rings late does not end a later one', async () => {
    const clipboard = start()
    await clipboard.copied(30, nowMs)
    ring()
    await clipboard.cleared(0)
    expect(emptied).not.toHaveBeenCalled()
    expect(alarmMs).toBe(1_030_000)
  })

  it('stays due where emptying failed, and is done at the next start', async () => {
    due = 1_000_000
    emptied.mockRejectedValueOnce(new Error('no'))
    await expect(start().clearNow()).resolves.toBeUndefined()
    expect(emptied).toHaveBeenCalledTimes(2)
    expect(due).toBeNull()
  })
})

describe.each([true, false])('whatever the browser (own clock: %s)', (clock) => {
  beforeEach(() => {
    hasOwnClock = clock
  })

  it('a further copy starts the time again', async () => {
    const clipboard = start()
    await clipboard.copied(30, nowMs)
    nowMs += 20_000
    await clipboard.copied(30, nowMs)
    expect(due).toBe(1_050_000)
    expect(waiting).toBe(clock ? 1_050_000 : null)
  })

  it('a copy that shall stay ends what was due: that text is gone', async () => {
    const clipboard = start()
    await clipboard.copied(30, nowMs)
    nowMs += 1_000
    await clipboard.copied(0, nowMs)
    expect([due, alarmMs, waiting]).toEqual([null, null, null])
  })

  it('locking empties what is due, once', async () => {
    const clipboard = start()
    await clipboard.copied(30, nowMs)
    await clipboard.clearNow()
    await clipboard.clearNow()
    expect(emptied).toHaveBeenCalledOnce()
    expect(due).toBeNull()
  })

  it('what could not be emptied is tried again, with no start in between', async () => {
    const clipboard = start()
    await clipboard.copied(30, nowMs)
    emptied.mockRejectedValueOnce(new Error('no'))
    await expect(clipboard.clearNow()).rejects.toThrow('no')
    expect(due).toBe(1_030_000)
    nowMs = alarmMs ?? expect.fail()
    ring()
    await vi.waitFor(() => expect(due).toBeNull())
    expect(emptied).toHaveBeenCalledTimes(2)
  })

  it('locking leaves a clipboard alone that holds nothing of ours', async () => {
    await start().clearNow()
    expect(emptied).not.toHaveBeenCalled()
  })

  it('what was due when the browser was closed is emptied at the start', async () => {
    due = 999_999
    await start().cleared(0)
    expect(emptied).toHaveBeenCalledOnce()
    expect(due).toBeNull()
  })

  it('what is due later is waited for again after a reload', async () => {
    due = 1_005_000
    await start().cleared(0)
    expect(emptied).not.toHaveBeenCalled()
    expect(waiting).toBe(clock ? 1_005_000 : null)
    expect(alarmMs).toBeGreaterThanOrEqual(1_005_000)
  })

  it('what is due further off than anybody chose is emptied: the clock was set back', async () => {
    due = nowMs + 3_600_001
    await start().cleared(0)
    expect(emptied).toHaveBeenCalledOnce()
  })
})
