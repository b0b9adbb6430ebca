import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { startChromium } from '@/tests/driver/chromium-start'
import { orCleanUp, prepareHome } from '@/tests/driver/profile'
import { type Profile, scriptMsOf } from './profile'

/** What extensions run in a tab: counts while it goes from page to page. */
export interface Scripts {
  bytes: number
  /** Worlds of their own beside the page's. */
  worlds: number
}

/** A tab of Chromium with the browser's own counters. */
export interface CountedTab {
  readonly page: Page
  /** From now on notes what of ours runs. */
  begin(): Promise<void>
  /** Milliseconds that our scripts have run since, with all that they called and left to do. */
  end(): Promise<number>
  /** From now on counts what extensions bring into its pages. */
  countScripts(): Promise<Scripts>
  /** Bytes that all worlds of the tab hold once nothing is left to collect. */
  heapBytes(): Promise<number>
  close(): Promise<void>
}

/** Chromium with the shipped build and nothing of the driver's in its pages. */
export interface CountingBrowser {
  readonly version: string
  openTab(): Promise<CountedTab>
  close(): Promise<void>
}

/** How often a profile looks at what runs, in microseconds. */
const intervalUs = 100

/** Starts it; the extension may work on `origin`. */
export async function startCounting(origin: string): Promise<CountingBrowser> {
  const options = { grantedOrigins: [origin] }
  const home = prepareHome('chromium', options)
  const { context } = await orCleanUp(
    () => startChromium(home, options, null),
    async () => home.remove(),
  )
  return {
    version: `Chromium ${context.browser()?.version().split('.')[0]}`,
    openTab: () => openTab(context),
    close: async () => {
      await context.close()
      home.remove()
    },
  }
}

async function openTab(context: BrowserContext): Promise<CountedTab> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: intervalUs })
  let compiledMs = 0
  return {
    page,
    begin: async () => {
      compiledMs = await compileMs(session)
      await session.send('Profiler.start')
    },
    end: async () => {
      const { profile } = await session.send('Profiler.stop')
      const ran = scriptMsOf(profile as Profile, intervalUs)
      return ran + (await compileMs(session)) - compiledMs
    },
    countScripts: () => countScripts(session),
    heapBytes: async () => {
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    },
    close: () => page.close(),
  }
}

async function countScripts(session: CDPSession): Promise<Scripts> {
  const scripts: Scripts = { bytes: 0, worlds: 0 }
  session.on('Debugger.scriptParsed', ({ url, length = 0 }) => {
    if (url.startsWith('chrome-extension:')) scripts.bytes += length
  })
  session.on('Runtime.executionContextCreated', ({ context: { origin } }) => {
    if (origin.startsWith('chrome-extension:')) scripts.worlds += 1
  })
  await session.send('Debugger.enable')
  await session.send('Runtime.enable')
  return scripts
}

async function compileMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'V8CompileDuration')?.value ?? 0) * 1000
}
