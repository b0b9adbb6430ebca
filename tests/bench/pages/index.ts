import { type App, type BrowserName, launch } from '@/tests/driver'
import { sizesOf } from '../../../tools/sizes.mjs'
import { add, type Samples } from '../measures'
import { measureCosts } from './costs'
import { startCounting } from './counters'
import { type PageRow, pageRowsOf } from './figures'
import { measureFills } from './fills'
import { serveSite } from './site'

const password = 'walnut sextant bicycle harbour'

/** What Sixpence costs on pages. The costs of scripts are counted in Chromium, which can tell. */
export async function benchPages(
  browser: BrowserName,
  rounds: number,
): Promise<{ readonly browser: string; readonly rows: readonly PageRow[] }> {
  const samples: Samples = new Map()
  if (browser === 'chromium') {
    const { watcher, filler } = sizesOf('chrome-mv3')
    add(samples, 'bytes', watcher.raw / 1000)
    add(samples, 'filler bytes', filler.raw / 1000)
    await countCosts(rounds, samples)
  }
  const app = await launch(browser, { grantedOrigins: ['http://127.0.0.1'] })
  try {
    await timeFills(app, rounds, samples)
    return { browser: app.version, rows: pageRowsOf(samples) }
  } finally {
    await app.close()
  }
}

async function countCosts(rounds: number, samples: Samples): Promise<void> {
  const site = await serveSite()
  const browser = await startCounting(site.granted)
  try {
    for (let round = 0; round < rounds; round++) await measureCosts(browser, site, samples)
  } finally {
    await browser.close()
    site.close()
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
