import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OriginRow, originRows } from '@/tests/fixtures/origins'
import { type App, launch, type Page } from '../driver'
import { type AnyHost, startAnyHost } from './any-host'
import { type Seed, sendFromPage, tabIdOf } from './fill-seed'
import { sendFromContent } from './isolated'
import { restoreSeeds, secretOf } from './seed-many'
import { vaultBrowsers } from './vault/bed'

// The whole way from a page to its field, for all of the origin matrix that is an address which a
// browser opens: on the user's wish, by account, and on arrival, for one account. What is no such
// address is asked of the rule itself, in the unit tests.

const prompt = '<h1>Two-factor</h1><label>Code <input id="code" name="otp"></label>'
/** The account that fills on arrival, too, is bound to this and nothing wider. */
const onArrival = 'https://example.org'
const idOf = ([, bound, match]: OriginRow) => `${match} ${bound}`
/** A step this long ends while nobody looks. */
const period = 3_600

/** Browsers open nothing on these. */
const refusedPorts = ['0', '1']

/** A page by its origin, and the rows that are about it. */
interface Asked {
  readonly origin: string
  readonly rows: readonly OriginRow[]
}

const pages = pagesOf(originRows)

describe.each(vaultBrowsers)('in %s', (browser) => {
  let app: App
  let host: AnyHost
  let manage: Page
  let page: Page
  let tabId: number
  let opened = 0

  beforeAll(async () => {
    host = await startAnyHost(({ pathname }) => (pathname === '/' ? { body: prompt } : null))
    app = await launch(browser, {
      proxyPort: host.proxyPort,
      grantedOrigins: ['https://*/*', 'http://*/*'],
    })
    await app.createVault('four random words here')
    await restoreSeeds(app, seedsOf(pages.flatMap(({ rows }) => rows)))
    manage = await app.openManage()
    page = await app.openTab('https://start.example/')
    tabId = await tabIdOf(manage, 'https://start.example/')
  })
  afterAll(async () => {
    await app?.close()
    await host?.close()
  })

  test.each(pages.map((each) => [each.origin, each] as const))(
    '%s gets the codes of what is bound to it, and no others',
    async (origin, { rows }) => {
      // Some that one browser opens the other does not, and then nothing gets anything.
      if (!(await opens(page, origin))) return expect(rows.map((row) => row[3])).not.toContain(true)
      opened += rows.length
      const [reply] = await sendFromContent(manage, tabId, [
        JSON.stringify({ type: 'fill.request', holds: false, least: 0, most: 6 }),
      ])
      expect(kindOf(reply) === 'nothing').toBe(origin !== onArrival)
      if (origin !== onArrival) expect(await page.value('#code')).toBe('')
      for (const row of rows) {
        const message = { type: 'fill.here', tabId, accountId: idOf(row), when: 'now' }
        const kind = kindOf(await sendFromPage(manage, message))
        expect([...row, kind === 'filled']).toEqual([...row, row[3]])
        if (!row[3] && origin !== onArrival) expect(await page.value('#code')).toBe('')
      }
    },
  )

  test('that were at least 200 rows of the matrix', () => {
    expect(opened).toBeGreaterThanOrEqual(200)
  })

  test('our own code logged no errors', async () => {
    expect(await app.consoleErrors()).toEqual([])
  })
})

/**
 * The pages of the matrix that browsers open over http or https, each with its rows, wrong ones
 * first. Without names and passwords in front of the host: a page has none, only its address.
 */
function pagesOf(all: readonly OriginRow[]): readonly Asked[] {
  const byOrigin = new Map<string, OriginRow[]>()
  for (const row of all) {
    const url = URL.canParse(row[0]) ? new URL(row[0]) : null
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') continue
    if (url.hostname.includes('*') || refusedPorts.includes(url.port)) continue
    byOrigin.set(url.origin, [...(byOrigin.get(url.origin) ?? []), row])
  }
  return [...byOrigin].map(([origin, rows]) => ({
    origin,
    rows: rows.toSorted((a, b) => Number(a[3]) - Number(b[3])),
  }))
}

/** Whether the page is there then; Firefox, for one, stays where it is for two dots at the end. */
async function opens(page: Page, origin: string): Promise<boolean> {
  try {
    await page.goto(`${origin}/`)
  } catch {
    return false
  }
  return (await page.evaluate(() => location.origin)) === origin
}

/** One account for each way of binding in the rows; and one that fills on arrival. */
function seedsOf(all: readonly OriginRow[]): readonly Seed[] {
  const rows = new Map(all.map((row) => [idOf(row), row]))
  const seeds = [...rows].map(([id, [, origin, match]], nth): Seed => {
    return { id, origin, match, fill: 'request', secretBase32: secretOf(nth), period }
  })
  return [...seeds, { id: 'on arrival', origin: onArrival, secretBase32: secretOf(999), period }]
}

function kindOf(reply: unknown): string {
  const { ok, error } = reply as { ok?: { kind: string }; error?: string }
  return ok?.kind ?? error ?? 'no answer'
}
