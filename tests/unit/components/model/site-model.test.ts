import { effect, signal } from '@preact/signals'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Found, readFound } from '@/components/model/found'
import { nearbyOf } from '@/components/model/nearby'
import { createSiteModel, type SiteModelPorts, type Tell } from '@/components/model/site-model'
import { AppError } from '@/utils/errors/app-error'
import type { Site, VaultDocument } from '@/utils/vault/document'
import { anAccount, documentOf } from './fake-vault'
import { noFacts } from './no-facts'
import { reading } from './reading'
import { slowScan } from './slow-scan'

const uri = 'otpauth://totp/Example:ada%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Example'
const here = {
  tabId: 7,
  url: 'https://a.example/x',
  origin: 'https://a.example',
  host: 'a.example',
}

function setUp(over: Partial<SiteModelPorts> = {}, opened: VaultDocument = documentOf()) {
  const document = signal<VaultDocument | null>(opened)
  let loads = 0
  const site = createSiteModel({
    readPicture: async () => reading(),
    model: { document, accounts: signal(opened.accounts) },
    activeTab: async () => here,
    scan: async () => reading(uri),
    loadReader: async () => readFound,
    hasOrigin: async () => false,
    waitsForCode: async () => false,
    wasRefused: async () => false,
    loadRegistrableDomain: async () => {
      loads += 1
      return (hostname) => hostname.split('.').slice(-2).join('.')
    },
    loadNearby: async () => (page, accounts) => nearbyOf(page, accounts, noFacts),
    ...over,
  })
  return {
    site,
    document,
    get loads() {
      return loads
    },
  }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
const boundTo = (origin: string, match: 'origin' | 'domain', fill: Site['fill'] = 'arrival') =>
  documentOf(anAccount({ sites: [{ origin, match, fill }] }))

test('opening looks at the tab and finds what is on the page without being asked', async () => {
  const { site } = setUp()
  await site.open()
  expect([site.page.value?.host, site.allowed.value]).toEqual(['a.example', false])
  expect(site.found.value).toMatchObject([{ kind: 'account' }])
})

test('a page that may not be looked at is told by its code', async () => {
  const { site } = setUp({ scan: () => Promise.reject(new AppError('page-off-limits')) })
  await site.open()
  expect(site.scan.value).toEqual({ kind: 'failed', code: 'page-off-limits' })
  expect(site.found.value).toEqual([])
})

test('scanning again forgets the failure', async () => {
  let calls = 0
  const scan = async () => {
    calls += 1
    if (calls === 1) throw new AppError('capture-failed')
    return reading(uri)
  }
  const { site } = setUp({ scan })
  await site.open()
  await site.scanAgain()
  expect(site.found.value).toHaveLength(1)
})

test('a code that is cut off is told also where nothing was read', async () => {
  const { site } = setUp({ scan: async () => ({ ...reading(), hasCut: true }) })
  await site.open()
  expect(site.found.value).toEqual([{ kind: 'cut' }])
})

/** The tab once per look before and once after each scan; the last one stays. */
const tabs = (...urls: (string | null)[]) => {
  const left = [...urls]
  return async () => {
    const url = (left.length > 1 ? left.shift() : left[0]) ?? null
    const known = url === null ? null : new URL(url)
    return { tabId: 7, url, origin: known?.origin ?? null, host: known?.host ?? null }
  }
}
const movedOn = { kind: 'failed', code: 'page-moved' }
const refused = () => Promise.reject(new AppError('page-off-limits'))

test('scanning again looks at the tab again', async () => {
  const activeTab = tabs('https://a.example/x', 'https://a.example/x', 'https://b.example/')
  const { site } = setUp({ activeTab }, boundTo('https://b.example', 'origin'))
  await site.open()
  await site.scanAgain()
  expect([site.page.value?.host, site.bound.value.length]).toEqual(['b.example', 1])
  expect(site.found.value).toHaveLength(1)
})

test.each([null, 'https://b.example/'])(
  'a page that moved on to where we may not look (address %s) is told as such, each time',
  async (url) => {
    const scans = [async () => reading(uri), refused]
    const scan = () => (scans.length > 1 ? scans.shift() : scans[0])?.() ?? refused()
    const { site } = setUp({ activeTab: tabs(here.url, here.url, url), scan })
    await site.open()
    for (const _ of [1, 2]) {
      await site.scanAgain()
      expect(site.scan.value).toEqual(movedOn)
    }
    expect(site.page.value?.url).toBe(url)
  },
)

test('in Firefox a page whose address was hidden from the start has moved on', async () => {
  vi.stubEnv('FIREFOX', 'true')
  const { site } = setUp({ activeTab: tabs(null), scan: refused })
  await site.open()
  vi.unstubAllEnvs()
  expect(site.scan.value).toEqual(movedOn)
  await site.scanAgain()
  expect(site.scan.value).toEqual({ kind: 'failed', code: 'page-off-limits' })
})

test.each(['chrome-extension://x/manage.html', 'about:addons'])(
  'a page of the browser (%s) stays off limits, also after an ordinary one',
  async (url) => {
    const { site } = setUp({ activeTab: tabs(here.url, here.url, url), scan: refused })
    await site.open()
    await site.scanAgain()
    expect(site.scan.value).toEqual({ kind: 'failed', code: 'page-off-limits' })
  },
)

test.each(['https://b.example/', null])(
  'a scan during which the tab went elsewhere (%s) is dropped, and the new page shown',
  async (url) => {
    const { site } = setUp({ activeTab: tabs(here.url, url) })
    await site.open()
    expect(site.scan.value).toEqual(movedOn)
    expect([site.found.value, site.page.value?.url]).toEqual([[], url])
  },
)

test('another page of the same site is no other page', async () => {
  const { site } = setUp({ activeTab: tabs(here.url, 'https://a.example/next') })
  await site.open()
  expect(site.found.value).toHaveLength(1)
})

test('accounts are bound by the exact origin', async () => {
  const { site } = setUp({}, boundTo('https://a.example', 'origin'))
  await site.open()
  expect(site.bound.value).toHaveLength(1)
})

test('another host of the same domain is not bound', async () => {
  const stage = setUp({}, boundTo('https://www.a.example', 'origin'))
  await stage.site.open()
  expect([stage.site.bound.value.length, stage.loads]).toEqual([0, 0])
})

test('the list of domains is fetched for accounts bound to a whole domain only', async () => {
  const stage = setUp({}, boundTo('https://www.a.example', 'domain'))
  await stage.site.open()
  expect(stage.site.bound.value).toHaveLength(0)
  await settled()
  expect([stage.site.bound.value.length, stage.loads]).toEqual([1, 1])
})

test('a whole domain that is never filled is told as such on each of its hosts', async () => {
  const { site } = setUp({}, boundTo('https://www.a.example', 'domain', 'never'))
  await site.open()
  void site.bound.value
  await settled()
  expect(site.bound.value).toMatchObject([{ account: { id: 'a1' }, site: { fill: 'never' } }])
})

test('a page that no code may go to binds nothing and is not allowed', async () => {
  const plain = { tabId: 7, url: 'http://a.example/', origin: null, host: 'a.example' }
  const { site } = setUp({ activeTab: async () => plain, hasOrigin: async () => true })
  await site.open()
  expect([site.bound.value, site.allowed.value]).toEqual([[], false])
})

test('no tab at all is no failure', async () => {
  const { site } = setUp({ activeTab: () => Promise.reject(new Error('gone')) })
  await site.open()
  expect(site.page.value).toBeNull()
})

const other = uri.replace('JBSW', 'GEZD').replace('ada', 'bob')
const labels = ({ found }: { readonly found: { readonly value: readonly Found[] } }) =>
  found.value.map((each) => each.kind === 'account' && each.account.label)
const ada = 'ada@example.org'
const gone = { ...here, url: 'https://b.example/', origin: 'https://b.example', host: 'b.example' }

/** Opens it, and tells of a code before the rest is read. */
async function openTold(over: Partial<SiteModelPorts> = {}) {
  const { scan, telling, end, fail } = slowScan()
  const { site } = setUp({ scan, ...over })
  const opened = site.open()
  ;(await telling)(uri)
  await settled()
  return { site, opened, end, fail }
}

/** Two scans of one site, the first still going on when the second begins. */
async function scanTwice() {
  const [older, newer] = [slowScan(), slowScan()]
  const left = [older, newer]
  const { site } = setUp({ scan: (tell) => (left.shift() ?? newer).scan(tell) })
  const first = site.open()
  const late = await older.telling
  const second = site.scanAgain()
  await newer.telling
  return { site, older, newer, first, second, late }
}

test('a code that is read before the rest is shown while the scan goes on, and stays first', async () => {
  const { site, opened, end } = await openTold()
  expect([labels(site), site.scan.value.kind]).toEqual([[ada], 'scanning'])
  const [early] = site.found.value
  end(reading(other, uri))
  await opened
  expect([labels(site), site.scan.value.kind]).toEqual([[ada, 'bob@example.org'], 'done'])
  // The very same: what was made of it, to be saved by a click, stays as it is.
  expect(site.found.value[0]).toBe(early)
})

test('a code that was read stays where the rest cannot be read, and it says why', async () => {
  const { site, opened, fail } = await openTold()
  fail(new AppError('scan-too-slow'))
  await opened
  expect(labels(site)).toEqual([ada])
  expect(site.scan.value).toEqual({ kind: 'failed', code: 'scan-too-slow' })
})

test('a code that is read before the rest is not shown for a page that the tab has left', async () => {
  const looks = [here]
  const activeTab = async () => looks.shift() ?? gone
  const { site, opened, end } = await openTold({ activeTab })
  expect(site.found.value).toEqual([])
  end(reading(uri))
  await opened
  expect([site.found.value, site.scan.value]).toEqual([[], { kind: 'failed', code: 'page-moved' }])
})

test('one that is shown goes when the tab turns out to have left its page', async () => {
  const looks = [here, here]
  const activeTab = async () => looks.shift() ?? gone
  const { site, opened, end } = await openTold({ activeTab })
  expect(labels(site)).toEqual([ada])
  end(reading(uri))
  await opened
  expect([site.found.value, site.page.value?.host]).toEqual([[], 'b.example'])
})

test('nothing that comes of an older scan is shown for a newer one', async () => {
  const { site, older, newer, first, second, late } = await scanTwice()
  late(uri)
  await settled()
  expect([site.found.value, site.scan.value.kind]).toEqual([[], 'scanning'])
  newer.end(reading(other))
  await second
  older.end(reading(uri))
  await first
  expect(labels(site)).toEqual(['bob@example.org'])
})

test('an older scan that fails says nothing of a newer one', async () => {
  const { site, older, newer, first, second } = await scanTwice()
  older.fail(new AppError('scan-too-slow'))
  await first
  expect(site.scan.value.kind).toBe('scanning')
  newer.end(reading(other))
  await second
  expect(labels(site)).toEqual(['bob@example.org'])
})

test.each([
  ['a code is shown', (tell: Tell) => tell(uri)],
  ['there is none to be shown first', (tell: Tell) => tell(null)],
])('what is near is looked up once %s, and it is calm for good', async (_, say) => {
  const { scan, telling, end } = slowScan()
  const asked: string[] = []
  const loadNearby = async () => {
    asked.push('nearby')
    return () => ({ related: [], alike: new Map() })
  }
  const { site } = setUp({ scan, loadNearby }, boundTo('https://b.example', 'origin'))
  const stop = effect(() => void site.nearby.value)
  onTestFinished(stop)
  const opened = site.open()
  const tell = await telling
  await settled()
  expect([asked, site.isCalm.value]).toEqual([[], false])
  say(tell)
  await settled()
  expect([asked, site.isCalm.value]).toEqual([['nearby'], true])
  end(reading(uri))
  await opened
  void site.scanAgain()
  expect(site.isCalm.value).toBe(true)
})

test('it is calm after a second, whatever becomes of the scan', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { site } = setUp({ scan: () => new Promise(() => {}) })
  void site.open()
  await vi.advanceTimersByTimeAsync(999)
  expect(site.isCalm.value).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(site.isCalm.value).toBe(true)
})

test('a code that could not be shown in time is not shown after its page was left', async () => {
  let tab = here
  let load = () => {}
  const loaded = new Promise<typeof readFound>((resolve) => (load = () => resolve(readFound)))
  const ports = { activeTab: async () => tab, loadReader: () => loaded }
  const { site, opened, end } = await openTold(ports)
  tab = gone
  load()
  await settled()
  expect(site.found.value).toEqual([])
  end(reading(uri))
  await opened
  expect(site.found.value).toEqual([])
})

test('it is calm, too, when nothing was told and the scan failed', async () => {
  const { site } = setUp({ scan: () => Promise.reject(new AppError('page-off-limits')) })
  expect(site.isCalm.value).toBe(false)
  await site.open()
  expect(site.isCalm.value).toBe(true)
})
