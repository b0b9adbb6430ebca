import { sleep } from '@/tests/driver/waiting'
import { add, type Samples } from '../measures'
import type { CountingBrowser, Scripts } from './counters'
import type { Site } from './site'

/** After its load a page gets this long for what it puts off. */
const settleMs = 1_500

/** For how long a page changes without rest. */
const changingMs = 10_000

/**
 * What a page costs once, by the name that is granted and by the one that is not: there the same
 * browser with the same extension in it runs none of our code.
 */
export async function measureCosts(
  browser: CountingBrowser,
  site: Site,
  samples: Samples,
): Promise<void> {
  for (const [suffix, origin] of [
    ['', site.granted],
    [' floor', site.foreign],
  ] as const) {
    await measurePage(browser, `${origin}/empty`, suffix, samples)
    await measureLarge(browser, `${origin}/large`, suffix, samples)
  }
}

/**
 * What of ours is on a page that Sixpence may not work on. Throws where the same counting finds
 * nothing on one that it may, either.
 */
export async function measureScripts(
  browser: CountingBrowser,
  site: Site,
  samples: Samples,
): Promise<void> {
  const here = await scriptsOn(browser, `${site.granted}/prompt`)
  const elsewhere = await scriptsOn(browser, `${site.foreign}/prompt`)
  if (here.bytes === 0 || here.worlds === 0) throw new Error('scripts are not counted')
  add(samples, 'elsewhere', elsewhere.bytes / 1000)
  add(samples, 'worlds elsewhere', elsewhere.worlds)
}

async function scriptsOn(browser: CountingBrowser, url: string): Promise<Scripts> {
  const tab = await browser.openTab()
  const scripts = await tab.countScripts()
  await tab.page.goto(url)
  await sleep(settleMs)
  await tab.close()
  return scripts
}

async function measurePage(
  browser: CountingBrowser,
  url: string,
  suffix: string,
  samples: Samples,
): Promise<void> {
  const tab = await browser.openTab()
  await tab.page.goto(url)
  await sleep(settleMs)
  add(samples, `heap${suffix}`, (await tab.heapBytes()) / 1024)
  await tab.close()
}

async function measureLarge(
  browser: CountingBrowser,
  url: string,
  suffix: string,
  samples: Samples,
): Promise<void> {
  const tab = await browser.openTab()
  await tab.begin()
  await tab.page.goto(url)
  await sleep(settleMs)
  add(samples, `load${suffix}`, await tab.end())
  await tab.begin()
  await tab.page.evaluate((ms) => (window as unknown as Changing).change(ms), changingMs)
  add(samples, `changes${suffix}`, await tab.end())
  await tab.close()
}

interface Changing {
  change(ms: number): Promise<number>
}
