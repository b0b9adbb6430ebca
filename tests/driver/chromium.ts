import { rmSync } from 'node:fs'
import type { Page as PlaywrightPage } from 'playwright-core'
import { reportContentRequests } from './chromium-content'
import { countRequests, reportErrors, reportPageErrors, requestsOf } from './chromium-log'
import { createOpening } from './chromium-open'
import { wrapPage } from './chromium-page'
import { chromiumPopupAfter, type OpenedPopup, openChromiumPopup } from './chromium-popup'
import { answerChromiumPrompt } from './chromium-prompt'
import { keepDownloads, type RunningChromium, startChromium } from './chromium-start'
import { followWorker } from './chromium-worker'
import type { Engine } from './engine'
import { isRunning, killTree, processTree } from './processes'
import { orCleanUp, prepareHome } from './profile'
import type { LaunchOptions } from './types'
import { sleep, waitUntil } from './waiting'
import { displayFor } from './xvfb'

/**
 * What Chromium answers to every call of an extension while it is being closed: work that was under
 * way then ends with it, and there is nobody left who could be told.
 */
const shutDown = 'Error: The browser is shutting down.'

/** Chromium with the extension, driven by Playwright and the DevTools protocol beside it. */
export async function launchChromium(options: LaunchOptions): Promise<Engine> {
  const home = prepareHome('chromium', options)
  const display = await displayFor(options, options.prompts === true)
  const requests: string[] = []
  let seen = 0
  const errors: string[] = []
  let isClosing = false
  const report = (error: string) => {
    if (!(isClosing && error.startsWith(shutDown))) errors.push(error)
  }
  const start = async () => {
    const running = await startChromium(home, options, display?.name ?? null)
    const origin = `chrome-extension://${running.extensionId}`
    reportErrors(running.context, origin, report)
    if (options.camera !== undefined) await setCamera(running, origin, 'granted')
    await reportContentRequests(running.context, origin, (url) => void requests.push(url))
    const worker = await followWorker(running, report)
    return { running, origin, worker, open: createOpening(running) }
  }
  let { running, origin, worker, open } = await orCleanUp(start, async () => {
    await display?.close()
    home.remove()
  })
  let popup: PlaywrightPage | null = null
  const stop = async () => {
    isClosing = true
    if (isRunning(running.pid)) await running.context.close()
    requests.push(...requestsOf(origin, running.netLog))
    seen += countRequests(running.netLog)
    rmSync(running.netLog, { force: true })
    isClosing = false
  }
  const takeUp = async ({ page, inner }: OpenedPopup) => {
    await keepDownloads(running.cdp, home.downloads, options)
    popup = inner
    if (!options.desktop) {
      await inner.emulateMedia({ colorScheme: options.colorScheme ?? 'light' })
    }
    reportPageErrors(inner, origin, report)
    return page
  }

  return {
    browser: 'chromium',
    extensionOrigin: origin,
    version: `Chromium ${running.context.browser()?.version().split('.')[0]}`,
    profile: home.profile,
    downloads: home.downloads,
    processes: () => processTree(running.pid),
    tabs: async () => running.context.pages().map(wrapPage),
    openTab: async (url) => wrapPage(await open(url)),
    openPopup: async (over) => takeUp(await openChromiumPopup(running, over)),
    popupAfter: async (act) => takeUp(await chromiumPopupAfter(running, act)),
    pressShortcut: async (over, keys) => {
      if (!display) throw new Error('pressing shortcuts needs launch(..., { prompts: true })')
      await over.bringToFront()
      await display.pressKeys(keys.toLowerCase())
    },
    chooseInMenu: async (over, selector, text) => {
      if (!display) throw new Error('opening menus needs launch(..., { prompts: true })')
      await over.bringToFront()
      await over.click(selector)
      const before = await display.windows()
      // Not by their number: bubbles that say where a link leads come and go meanwhile.
      const opened = async () => [...(await display.windows())].filter((id) => !before.has(id))
      await display.pressKeys('Menu')
      const menu = await waitUntil('the menu', async () => {
        const ids = await opened()
        return ids.length > 0 ? ids : null
      })
      await sleep(300)
      await display.pressKeys(text.charAt(0).toLowerCase())
      const isGone = async () => !(await opened()).some((id) => menu.includes(id))
      await waitUntil('the menu to close', isGone)
    },
    refuseCamera: () => setCamera(running, origin, 'denied'),
    evaluateInBackground: (fn, ...args) => worker.evaluate(fn, ...args),
    isWorkerRunning: () => worker.isRunning(),
    stopWorker: () => worker.stop(),
    answerPrompt: (answer) =>
      answerChromiumPrompt(worker, display, () => popup?.isClosed() === false, answer),
    network: async () => [...requests, ...requestsOf(origin, running.netLog)],
    requestCount: async () => seen + countRequests(running.netLog),
    consoleErrors: async () => [...errors],
    restart: async () => {
      await stop()
      ;({ running, origin, worker, open } = await start())
    },
    kill: () => killChromium(running),
    close: async () => {
      await stop()
      await display?.close()
      home.remove()
    },
  }
}

/** Whether our own pages may use the camera; they are not asked about then. */
async function setCamera(
  { cdp }: RunningChromium,
  origin: string,
  setting: 'granted' | 'denied',
): Promise<void> {
  await cdp.send('Browser.setPermission', { permission: { name: 'camera' }, setting, origin })
}

async function killChromium({ pid, context }: RunningChromium): Promise<void> {
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()))
  await killTree(pid)
  await closed
}
