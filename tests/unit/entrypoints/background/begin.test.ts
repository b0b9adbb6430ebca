import { beforeEach, describe, expect, it, vi } from 'vitest'
import { begin } from '@/entrypoints/background/begin'

let isBegun: boolean
const restoreUnsaved = vi.fn(async () => {})
const welcomeAllSites = vi.fn(async () => {})
const syncSites = vi.fn(async () => {})
const start = () =>
  begin({
    begun: {
      isSet: async () => isBegun,
      set: async () => {
        isBegun = true
      },
      clear: async () => {},
    },
    restoreUnsaved,
    welcomeAllSites,
    syncSites,
  })

beforeEach(() => {
  vi.clearAllMocks()
  isBegun = false
})

describe('begin', () => {
  it('takes up what was unsaved and welcomes all sites, once in a run', async () => {
    await start()
    expect(syncSites).not.toHaveBeenCalled()
    await start()
    expect(restoreUnsaved).toHaveBeenCalledOnce()
    expect(welcomeAllSites).toHaveBeenCalledOnce()
    expect(syncSites).toHaveBeenCalledOnce()
  })

  it.each([
    ['what was unsaved', restoreUnsaved],
    ['the sites', welcomeAllSites],
  ])('does the rest where %s failed, and all of it again at the next start', async (_, step) => {
    step.mockRejectedValueOnce(new Error('no'))
    await start()
    expect([restoreUnsaved, welcomeAllSites].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
    await start()
    expect([restoreUnsaved, welcomeAllSites].map(({ mock }) => mock.calls.length)).toEqual([2, 2])
    expect(isBegun).toBe(true)
  })
})
