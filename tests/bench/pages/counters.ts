import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { startChromium } from '@/tests/driver/chromium-start'
import { orCleanUp, prepareHome } from '@/tests/driver/profile'
import { type Profile, scriptMsOf } from './profile'

/** A tab of Chromium with the browser's own counters. */
export interface CountedTab {
  readonly page: Page
  /** From now on notes what of ours runs. */
  begin(): Promise<void>
  /** Milliseconds that our scripts have run since, with all that they called and left to do. */
  end(): Promise<number>
  /** Bytes that all worlds of the tab hold once nothing is left to collect. */
  heapBytes(): Promise<number>
  close(): Promise<void>
}

/** Chromium with the shipped build and nothing of the driver's in its pages. */
export interface CountingBrowser {
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
    heapBytes: async () => {
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    },
    close: () => page.close(),
  }
}

async function compileMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'V8CompileDuration')?.value ?? 0) * 1000
}
