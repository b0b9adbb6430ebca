import { effect, signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { type PageReading, readFound } from '@/components/model/found'
import { nearbyOf } from '@/components/model/nearby'
import { createSiteModel, type ScanNews, type SiteModelPorts } from '@/components/model/site-model'
import { AppError } from '@/utils/errors/app-error'
import type { Site, VaultDocument } from '@/utils/vault/document'
import { anAccount, documentOf } from './fake-vault'
import { noFacts } from './no-facts'
import { reading } from './reading'

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

/** A scan that goes on until it is told to end. */
function slowScan() {
  let tell = (_: ScanNews) => {}
  let end = (_: PageReading) => {}
  const news = new Promise<ScanNews>((resolve) => (tell = resolve))
  const read = new Promise<PageReading>((resolve) => (end = resolve))
  const scan = (heard: ScanNews) => {
    tell(heard)
    return read
  }
  return { scan, news, end }
}
const other = uri.replace('JBSW', 'GEZD').replace('ada', 'bob')

test('a code that is read before the rest is shown, then all of them', async () => {
  const { scan, news, end } = slowScan()
  const { site } = setUp({ scan })
  const opened = site.open()
  ;(await news).expected()
  expect([site.scan.value.kind, site.expects.value]).toEqual(['scanning', true])
  ;(await news).read([uri])
  await settled()
  expect(site.found.value).toMatchObject([{ account: { label: 'ada@example.org' } }])
  expect([site.scan.value.kind, site.expects.value]).toEqual(['done', false])
  end(reading(other, uri))
  await opened
  expect(site.found.value).toHaveLength(2)
})

test('where no code is read before the rest, the scan goes on', async () => {
  const { scan, news, end } = slowScan()
  const { site } = setUp({ scan })
  const opened = site.open()
  ;(await news).expected()
  ;(await news).read([])
  await settled()
  expect([site.scan.value.kind, site.expects.value]).toEqual(['scanning', true])
  end(reading())
  await opened
  expect([site.scan.value.kind, site.expects.value]).toEqual(['done', false])
})

test('a code that is read before the rest is not shown for a page that the tab has left', async () => {
  const { scan, news, end } = slowScan()
  const gone = {
    ...here,
    url: 'https://b.example/',
    origin: 'https://b.example',
    host: 'b.example',
  }
  const looks = [here, gone, gone]
  const { site } = setUp({ scan, activeTab: async () => looks.shift() ?? gone })
  const opened = site.open()
  ;(await news).read([uri])
  await settled()
  expect(site.found.value).toEqual([])
  end(reading(uri))
  await opened
  expect([site.found.value, site.scan.value]).toEqual([[], { kind: 'failed', code: 'page-moved' }])
})

test('what an older scan reads is not shown for a newer one', async () => {
  const first = slowScan()
  const second = slowScan()
  const scans = [first.scan, second.scan]
  const { site } = setUp({ scan: (news) => (scans.shift() ?? second.scan)(news) })
  void site.open()
  const late = await first.news
  void site.scanAgain()
  ;(await second.news).expected()
  late.read([uri])
  await settled()
  expect([site.found.value, site.scan.value.kind]).toEqual([[], 'scanning'])
})

test('what is near is looked up when the code that is expected was read', async () => {
  const { scan, news, end } = slowScan()
  const asked: string[] = []
  const loadNearby = async () => {
    asked.push('nearby')
    return () => ({ related: [], alike: new Map() })
  }
  const { site } = setUp({ scan, loadNearby }, boundTo('https://b.example', 'origin'))
  const stop = effect(() => void site.nearby.value)
  ;(async () => (await news).expected())()
  const opened = site.open()
  await settled()
  expect(asked).toEqual([])
  end(reading(uri))
  await opened
  await settled()
  expect(asked).toEqual(['nearby'])
  stop()
})
