import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type HardLockPorts,
  hardLock,
  pageClosed,
  updateCame,
} from '@/entrypoints/background/hard-lock'
import type { VaultStatus } from '@/utils/vault/vault'

let status: VaultStatus
let heldKey: boolean
let updateWaits: boolean
let pages: number
const done: string[] = []

const note = (what: string) => async () => void done.push(what)

const ports: HardLockPorts = {
  vault: { status: async () => status },
  now: () => 0,
  heldKey: {
    isSet: async () => heldKey,
    set: async () => {},
    clear: async () => {
      heldKey = false
    },
  },
  updateWaits: {
    isSet: async () => updateWaits,
    set: async () => {
      updateWaits = true
    },
    clear: async () => {
      updateWaits = false
    },
  },
  openPages: async () => pages,
  beforeReload: vi.fn(),
  whenIdle: (work) => work(),
  reload: () => done.push('reload'),
  keepLooking: note('look'),
  stopLooking: note('stop'),
  sleep: async () => {},
}
const beforeReload = vi.mocked(ports.beforeReload)

beforeEach(() => {
  vi.clearAllMocks()
  status = 'locked'
  heldKey = true
  updateWaits = false
  pages = 0
  done.length = 0
  beforeReload.mockImplementation(note('before'))
})

describe('hardLock', () => {
  it('reloads a locked vault that was unlocked in this run, after what must be finished', async () => {
    await hardLock(ports)
    expect(done).toEqual(['look', 'before', 'reload'])
  })

  it('reloads after the vault was removed: its key was here too', async () => {
    status = 'none'
    await hardLock(ports)
    expect(done).toContain('reload')
  })

  it('never reloads twice, however often it is asked', async () => {
    await hardLock(ports)
    await Promise.all([hardLock(ports), hardLock(ports), hardLock(ports)])
    expect(done.filter((what) => what === 'reload')).toHaveLength(1)
  })

  it.each<[string, () => void]>([
    ['unlocked', () => (status = 'unlocked')],
    ['locked from the start of this run', () => (heldKey = false)],
  ])('does nothing while the vault is %s, and stops looking', async (_, given) => {
    given()
    await hardLock(ports)
    expect(done).toEqual(['stop'])
  })

  it('waits while a page of ours is open, and keeps looking', async () => {
    pages = 1
    await hardLock(ports)
    expect(done).toEqual(['look'])
    pages = 0
    await hardLock(ports)
    expect(done).toContain('reload')
  })

  it.each<[string, () => void]>([
    ['unlocks', () => (status = 'unlocked')],
    ['opens a page', () => (pages = 1)],
  ])('does not reload when somebody %s while it gets ready', async (_, meanwhile) => {
    beforeReload.mockImplementation(async () => meanwhile())
    await hardLock(ports)
    expect(done).not.toContain('reload')
    expect(heldKey).toBe(true)
  })

  it('waits for requests that are being answered', async () => {
    let end = () => {}
    const busy = new Promise<void>((resolve) => {
      end = resolve
    })
    const locking = hardLock({ ...ports, whenIdle: (work) => busy.then(work) })
    await new Promise((resolve) => setTimeout(resolve))
    expect(done).not.toContain('reload')
    end()
    await locking
    expect(done).toContain('reload')
  })

  it('tries again later where a request is answered for too long', async () => {
    expect(await hardLock({ ...ports, whenIdle: async () => false })).toBe(false)
    expect(heldKey).toBe(true)
    expect(done).toEqual(['look', 'before'])
    expect(await hardLock(ports)).toBe(true)
  })

  it('locks hard even if something could not be finished', async () => {
    beforeReload.mockRejectedValue(new Error('no clipboard'))
    await hardLock(ports)
    expect(done).toContain('reload')
  })
})

describe('updateCame', () => {
  it('takes the update at once where nothing was ever unlocked, and only once', async () => {
    heldKey = false
    await updateCame(ports)
    await hardLock(ports)
    expect(done.filter((what) => what === 'reload')).toHaveLength(1)
  })

  it.each<[string, () => void, () => void]>([
    ['the vault is unlocked', () => (status = 'unlocked'), () => (status = 'locked')],
    ['a page is open', () => (pages = 1), () => (pages = 0)],
  ])('takes no update while %s, and takes it after', async (_, given, after) => {
    heldKey = false
    given()
    await updateCame(ports)
    expect(done).not.toContain('reload')
    after()
    await hardLock(ports)
    expect(done).toContain('reload')
  })
})

describe('pageClosed', () => {
  it('reloads although the closing page is still counted at first', async () => {
    pages = 1
    let sleeps = 0
    const sleep = async () => {
      sleeps += 1
      if (sleeps === 2) pages = 0
    }
    await pageClosed({ ...ports, sleep })
    expect(done.filter((what) => what === 'reload')).toHaveLength(1)
  })

  it('leaves it at looking now and then where another page stays open', async () => {
    pages = 1
    await pageClosed(ports)
    expect(new Set(done)).toEqual(new Set(['look']))
  })
})
