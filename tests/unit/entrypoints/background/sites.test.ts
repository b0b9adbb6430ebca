import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type SitesPorts,
  syncSites,
  welcomeAllSites,
  welcomeSites,
} from '@/entrypoints/background/sites'
import { memoryLocks } from '../../utils/vault/memory-ports'

let granted: string[]
let registered: Set<string>
const tabs: Record<string, number[]> = { 'https://a.example/*': [1, 2], 'https://b.example/*': [3] }
const injectWatch = vi.fn<SitesPorts['injectWatch']>()
const registerFill = vi.fn<SitesPorts['registerFill']>()

const locks = memoryLocks()
const ports: SitesPorts = {
  grantedPatterns: async () => granted,
  registeredFills: async () => [...registered],
  registerFill,
  unregisterFill: async (pattern) => void registered.delete(pattern),
  tabsOf: async (pattern) => tabs[pattern] ?? [],
  injectWatch,
  exclusively: (name, work) => locks(name, work),
}

beforeEach(() => {
  vi.resetAllMocks()
  granted = []
  registered = new Set()
  registerFill.mockImplementation(async (pattern) => {
    if (registered.has(pattern)) throw new Error('Duplicate script ID')
    registered.add(pattern)
  })
})

describe('syncSites', () => {
  it('registers what is allowed and no more', async () => {
    granted = ['https://a.example/*', 'https://b.example/*']
    registered = new Set(['https://b.example/*', 'https://revoked.example/*'])
    await syncSites(ports)
    expect([...registered].sort()).toEqual(granted)
  })

  it('registers everything again after an update forgot it', async () => {
    granted = ['https://a.example/*']
    await syncSites(ports)
    expect([...registered]).toEqual(granted)
  })

  it('registers each site once when two starts overlap', async () => {
    granted = ['https://a.example/*']
    await Promise.all([syncSites(ports), syncSites(ports), syncSites(ports)])
    expect(registerFill).toHaveBeenCalledOnce()
  })

  it('does not let one site that fails hold up the others', async () => {
    granted = ['https://bad.example/*', 'https://a.example/*']
    registerFill.mockRejectedValueOnce(new Error('Invalid match pattern'))
    await syncSites(ports)
    expect([...registered]).toEqual(['https://a.example/*'])
  })
})

describe('welcomeSites', () => {
  it('starts in the pages of the site that are open already, and in no others', async () => {
    granted = ['https://a.example/*', 'https://b.example/*']
    await welcomeSites(['https://a.example/*'], ports)
    expect(injectWatch.mock.calls).toEqual([[1], [2]])
  })

  it('does not mind a page where nothing may run', async () => {
    granted = ['https://a.example/*']
    injectWatch.mockRejectedValueOnce(new Error('Cannot access'))
    await expect(welcomeSites(granted, ports)).resolves.toBeUndefined()
    expect(injectWatch).toHaveBeenCalledTimes(2)
  })
})

describe('welcomeAllSites', () => {
  it('starts in every open page of every allowed site, once in each', async () => {
    granted = ['https://a.example/*', 'https://b.example/*', 'https://*/*']
    const tabsOf: SitesPorts['tabsOf'] = async (pattern) => tabs[pattern] ?? [1, 2, 3]
    await welcomeAllSites({ ...ports, tabsOf })
    expect([...registered].sort()).toEqual([...granted].sort())
    expect(injectWatch.mock.calls.flat().sort()).toEqual([1, 2, 3])
  })
})
