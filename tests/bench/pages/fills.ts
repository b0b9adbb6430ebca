import type { App, Page } from '@/tests/driver'
import { sleep } from '@/tests/driver/waiting'
import { saveAccount, tabIdOf } from '@/tests/e2e/fill-seed'
import { add, type Samples } from '../measures'
import { type Site, serveSite } from './site'

/** A page that was just opened gets this long before somebody clicks. */
const settleMs = 600

/** Nothing is measured over the end of a step of this many seconds. */
const period = 3_600

/** The ways a code comes into a field without a click, and since when the time counts. */
const arrivals = [
  { name: 'arrival', path: '/prompt', since: 'loadedMs' },
  { name: 'late', path: '/late', since: 'insertedMs' },
  { name: 'busy', path: '/busy', since: 'insertedMs' },
] as const

/** Fills once in each way; `control` is a page of ours with the vault open. */
export async function measureFills(app: App, control: Page, samples: Samples): Promise<void> {
  for (const { name, path, since } of arrivals) {
    await onSite(control, 'arrival', async (site) => {
      const page = await app.openTab(site.granted + path)
      add(samples, name, (await filledMs(page)) - (await page.evaluate(momentOf, since)))
      await page.close()
    })
  }
  await onSite(control, 'request', async (site, accountId) => {
    for (const name of ['fill floor', 'fill']) {
      const page = await app.openTab(`${site.granted}/prompt`)
      const tabId = await tabIdOf(control, `${site.granted}/prompt`)
      await sleep(settleMs)
      const startMs =
        name === 'fill'
          ? await control.evaluate(askForFill, tabId, accountId)
          : await control.evaluate(fillDirectly, tabId)
      add(samples, name, (await filledMs(page)) - startMs)
      await page.close()
    }
  })
}

let accounts = 0

/** Runs on a site of its own, with an account of its own: no code is typed twice. */
async function onSite(
  control: Page,
  fill: 'arrival' | 'request',
  work: (site: Site, accountId: string) => Promise<void>,
): Promise<void> {
  const site = await serveSite()
  const id = `account-${++accounts}`
  const letters = crypto.getRandomValues(new Uint8Array(32))
  const secretBase32 = [...letters].map((each) => base32[each % base32.length]).join('')
  await saveAccount(control, { id, origin: site.granted, secretBase32, period, fill })
  await work(site, id)
  site.close()
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

async function filledMs(page: Page): Promise<number> {
  await page.waitFor(() => (window as Timed).filledMs !== undefined)
  return page.evaluate(momentOf, 'filledMs')
}

function momentOf(name: keyof Moments): number {
  return (window as Timed)[name] ?? 0
}

/** Answers when it asked. */
function askForFill(tabId: number, accountId: string): number {
  const startMs = performance.timeOrigin + performance.now()
  void chrome.runtime.sendMessage({ type: 'fill.here', tabId, accountId, when: 'now' })
  return startMs
}

/** What filling takes at least: one script that does nothing else. */
function fillDirectly(tabId: number): number {
  const startMs = performance.timeOrigin + performance.now()
  void chrome.scripting.executeScript({
    target: { tabId },
    func: () => {
      const input = document.querySelector('input')
      if (input === null) return
      input.value = '000000'
      input.dispatchEvent(new Event('input', { bubbles: true }))
    },
  })
  return startMs
}

interface Moments {
  loadedMs: number
  insertedMs: number
  filledMs: number
}
type Timed = Window & Partial<Moments>

declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<unknown> }
  readonly scripting: {
    executeScript(script: { target: { tabId: number }; func: () => void }): Promise<unknown>
  }
}
