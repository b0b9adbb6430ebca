import type { App, Page } from '@/tests/driver'
import { waitUntil } from '@/tests/driver/waiting'
import { layVault } from './seed'

/** What is measured, by name; every value is a time in ms. */
export type Samples = Map<string, number[]>

/** Adds a sample. */
export function add(samples: Samples, name: string, ms: number): void {
  samples.set(name, [...(samples.get(name) ?? []), ms])
}

/** Unlocks once through the page, and derives by PBKDF2 as much as its guideline asks. */
export async function measureUnlock(app: App, samples: Samples, password: string): Promise<void> {
  const page = await app.openManage()
  await page.waitFor('[data-testid=account-list]')
  await page.click('[data-testid=lock]')
  add(samples, 'pbkdf2', await page.evaluate(timePbkdf2))
  await page.fill('[data-testid=master-password]', password)
  add(samples, 'unlock', await page.evaluate(timeUnlock))
  await page.close()
}

/** What a popup shows that is waited for, as probe.js names it. */
export type Shown = 'firstCodeMs' | 'readyMs'

/** Opens a page as the popup over `tab` once, until it shows something. */
export async function measurePopup(
  app: App,
  tab: Page,
  { file, shows }: { readonly file: string; readonly shows: Shown },
  name: string,
  samples: Samples,
): Promise<void> {
  await app.background.evaluate((popup) => chrome.action.setPopup({ popup }), file)
  const popup = await app.openPopup(tab)
  const momentMs = (what: Shown) => (window as Probed)[what] ?? null
  const shownMs = await waitUntil(`${name} to show`, () => popup.evaluate(momentMs, shows))
  add(samples, name, shownMs)
  await popup.close()
}

/** Saves a setting twice in a vault of `count` accounts. */
export async function measureSave(
  app: App,
  control: Page,
  count: number,
  samples: Samples,
): Promise<void> {
  await layVault(control, count)
  const page = await app.openManage('#/settings')
  await page.waitFor('[data-testid=lock-after]')
  for (let round = 0; round < 2; round++) {
    add(samples, `save ${count}`, await page.evaluate(timeSave))
  }
  await page.close()
}

/** Asks the background something that it does not know: asleep first, then awake. */
export async function measureBackground(app: App, page: Page, samples: Samples): Promise<void> {
  await app.stopWorker()
  add(samples, 'background asleep', await page.evaluate(timeMessage))
  add(samples, 'background awake', await page.evaluate(timeMessage))
}

async function timePbkdf2(): Promise<number> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const password = new TextEncoder().encode('walnut sextant bicycle harbour')
  const start = performance.now()
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
  await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600_000 },
    key,
    256,
  )
  return performance.now() - start
}

async function timeUnlock(): Promise<number> {
  const start = performance.now()
  document.querySelector<HTMLElement>('[data-testid=unlock]')?.click()
  while (!document.querySelector('[data-testid=account-list]')) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  return performance.now() - start
}

function timeSave(): Promise<number> {
  return new Promise((resolve) => {
    const select = document.querySelector<HTMLSelectElement>('[data-testid=lock-after]')
    if (!select) throw new Error('nothing to save')
    const saved: Listener = (changes, area) => {
      if (area !== 'local' || !('highWater' in changes)) return
      chrome.storage.onChanged.removeListener(saved)
      const ms = performance.now() - start
      // The page takes up what it saved before it is asked again.
      setTimeout(() => resolve(ms), 200)
    }
    chrome.storage.onChanged.addListener(saved)
    select.selectedIndex = (select.selectedIndex + 1) % select.options.length
    const start = performance.now()
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

async function timeMessage(): Promise<number> {
  const start = performance.now()
  await chrome.runtime.sendMessage({ type: 'bench.unknown' }).catch(() => undefined)
  return performance.now() - start
}

type Probed = Window & { readonly [what in Shown]?: number }
type Listener = (changes: object, area: string) => void
declare const chrome: {
  readonly action: { setPopup(details: { popup: string }): Promise<void> }
  readonly runtime: { sendMessage(message: object): Promise<unknown> }
  readonly storage: {
    readonly onChanged: Record<'addListener' | 'removeListener', (listener: Listener) => void>
  }
}
