import { afterEach, describe, expect, it, vi } from 'vitest'
import { exclusively, whenIdle, whileBusy } from '@/utils/storage/locks'

afterEach(() => vi.unstubAllGlobals())

describe('exclusively', () => {
  it('asks for a lock of our own name and gives what the work gives', async () => {
    const asked: string[] = []
    const request = async (name: string, work: () => Promise<unknown>) => {
      asked.push(name)
      return await work()
    }
    vi.stubGlobal('navigator', { locks: { request } })
    expect(await exclusively('vault', async () => 5)).toBe(5)
    await expect(exclusively('vault', () => Promise.reject(new Error('x')))).rejects.toThrow('x')
    expect(asked).toEqual(['sixpence.vault', 'sixpence.vault'])
  })
})

/** Web Locks of one name, as far as these need them: in order, shared ones together. */
function createLocks() {
  let last: Promise<unknown> = Promise.resolve()
  let shared: Promise<unknown>[] = []
  const begin = async (
    after: Promise<unknown>,
    work: () => Promise<unknown>,
    signal?: AbortSignal,
  ) => {
    const given = new Promise((_, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason)),
    )
    await Promise.race([after, given])
    return await work()
  }
  return {
    async request(
      _: string,
      { mode, signal }: { mode?: 'shared'; signal?: AbortSignal },
      work: () => Promise<unknown>,
    ) {
      const mine = begin(mode === 'shared' ? last : Promise.all([last, ...shared]), work, signal)
      const ended = mine.catch(() => null)
      if (mode === 'shared') shared.push(ended)
      else [last, shared] = [ended, []]
      return await mine
    },
  }
}

describe('whenIdle', () => {
  const timeout = new AbortController()
  const never = new Promise<void>(() => {})

  it('waits for what is being done, and holds up what comes', async () => {
    vi.stubGlobal('navigator', { locks: createLocks() })
    const done: string[] = []
    const note = (what: string) => async () => void done.push(what)
    const first = whileBusy(note('busy'))
    const idle = whenIdle(async () => done.push('idle') > 0)
    const second = whileBusy(note('busy again'))
    expect(await idle).toBe(true)
    await Promise.all([first, second])
    expect(done).toEqual(['busy', 'idle', 'busy again'])
  })

  it('gives up where something hangs, so that what comes is done', async () => {
    vi.stubGlobal('navigator', { locks: createLocks() })
    const limit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timeout.signal)
    const work = vi.fn(async () => true)
    void whileBusy(() => never)
    const idle = whenIdle(work)
    const later = whileBusy(async () => 'saved')
    timeout.abort()
    expect(await idle).toBe(false)
    expect(await later).toBe('saved')
    expect(work).not.toHaveBeenCalled()
    expect(limit).toHaveBeenCalledWith(5_000)
    limit.mockRestore()
  })

  it('tells what goes wrong in the work itself', async () => {
    vi.stubGlobal('navigator', { locks: createLocks() })
    await expect(whenIdle(() => Promise.reject(new Error('x')))).rejects.toThrow('x')
  })
})
