import { type App, type BrowserName, launch } from '@/tests/driver'
import { sizesOf } from '../../../tools/sizes.mjs'
import { add, type Samples } from '../measures'
import { measureCosts, measureScripts } from './costs'
import { startCounting } from './counters'
import { type PageRow, pageRowsOf } from './figures'
import { measureFills } from './fills'
import { serveSite } from './site'

const password = 'walnut sextant bicycle harbour'

/** What a part of the bench came to in one browser. */
export interface PartFigures {
  readonly browser: string
  readonly rows: readonly PageRow[]
}

/** What Sixpence costs on pages; null in Firefox, which does not tell what scripts cost. */
export async function benchPages(name: BrowserName, rounds: number): Promise<PartFigures | null> {
  if (name !== 'chromium') return null
  const samples: Samples = new Map()
  const { watcher, finder, filler } = sizesOf('chrome-mv3')
  add(samples, 'bytes', watcher.raw / 1000)
  add(samples, 'finder bytes', finder.raw / 1000)
  add(samples, 'filler bytes', filler.raw / 1000)
  const site = await serveSite()
  const browser = await startCounting(site.granted)
  try {
    for (let round = 0; round < rounds; round++) await measureCosts(browser, site, samples)
    // Last: what it brings into a page stays in the memory of the process.
    await measureScripts(browser, site, samples)
    return { browser: browser.version, rows: pageRowsOf(samples) }
  } finally {
    await browser.close()
    site.close()
  }
}

/** How long filling takes, by a click and on arrival. */
export async function benchFill(browser: BrowserName, rounds: number): Promise<PartFigures> {
  const samples: Samples = new Map()
  const app = await launch(browser, { grantedOrigins: ['http://127.0.0.1'] })
  try {
    await timeFills(app, rounds, samples)
    return { browser: app.version, rows: pageRowsOf(samples) }
  } finally {
    await app.close()
  }
}

async function timeFills(app: App, rounds: number, samples: Samples): Promise<void> {
  const control = await app.openManage()
  await control.fill('[data-testid=new-password]', password)
  await control.fill('[data-testid=repeat-password]', password)
  await control.click('[data-testid=create-vault]')
  await control.waitFor('[data-testid=lock]', { timeoutMs: 30_000 })
  for (let round = 0; round < rounds; round++) await measureFills(app, control, samples)
}
