import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TOTP } from 'otpauth'
import type { App, Page } from '../driver'
import { soon, waitUntil } from '../driver/waiting'

/** The master password of these tests. */
export const password = 'four random words here'
/** The secret of these tests' account. */
export const secretBase32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

/** What happened in a page, as the page itself can tell. */
export interface Heard {
  readonly input: number
  readonly change: number
  readonly focus: number
  readonly message: number
}

// A page that counts, from before anything of ours runs, what is done to it.
const waiting = `<script>
  window.heard = { input: 0, change: 0, focus: 0, message: 0 }
  for (const type of ['input', 'change', 'focus', 'message'])
    addEventListener(type, () => { heard[type] += 1 }, true)
</script><h1>Two-factor</h1><label>Code <input id="code" name="otp"></label>`

// The same, whose field comes up when somebody clicks.
const later = waiting
  .replace('<label>Code <input id="code" name="otp"></label>', '')
  .concat(`<script>onclick = () => {
    if (document.querySelector('#code') === null)
      document.body.insertAdjacentHTML('beforeend', '<label>Code <input id="code" name="otp"></label>')
  }</script>`)
const pages: Record<string, string> = { '/': waiting, '/later': later }

/** A site with a page that waits for a code at /, and one that will after a click at /later. */
export function serveSite(): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>Site</title>${pages[request.url ?? ''] ?? '<h1>Hello'}`)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** The origin a server listens on. */
export function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The codes of now and of the step before: a step may end between filling and reading. */
export function codes(): string[] {
  const totp = new TOTP({ secret: secretBase32 })
  return [0, -30_000].map((ago) => totp.generate({ timestamp: Date.now() + ago }))
}

/** What the waiting page has heard so far. */
export function heardBy(page: Page): Promise<Heard> {
  return page.evaluate(() => (window as unknown as { heard: Heard }).heard)
}

/**
 * Comes back to the waiting page, as a user does. Driven Chromium tells no page that it was hidden
 * and shown again: giving its field the focus says it too.
 */
export async function comeBackTo(page: Page): Promise<void> {
  await page.bringToFront()
  await page.click('h1')
  await page.click('#code')
}

/** Waits until the page's field holds a code. */
export function untilFilled(page: Page, timeoutMs = 10_000): Promise<void> {
  return page.waitFor(() => document.querySelector<HTMLInputElement>('#code')?.value.length === 6, {
    timeoutMs,
  })
}

interface Extension {
  readonly storage: {
    readonly session: {
      get(key: string | null): Promise<Record<string, unknown>>
      set(values: object): Promise<void>
    }
  }
  readonly action: { getBadgeText(of: object): Promise<string> }
  readonly tabs: { query(by: object): Promise<{ id: number }[]> }
}
declare const chrome: Extension

/** Leaves a mark in this run of the extension, which a reload takes away. */
export function markRun(app: App): Promise<void> {
  return app.background.evaluate(() => chrome.storage.session.set({ test: true }))
}

/** Whether the mark of `markRun` is still there. */
export function isSameRun(app: App): Promise<boolean> {
  return app.background.evaluate(
    async () => (await chrome.storage.session.get('test')).test === true,
  )
}

/** Waits until the extension has been reloaded since `markRun` and has started again. */
export async function untilReloaded(app: App, timeoutMs = 5_000): Promise<void> {
  await waitUntil(
    'the extension to be reloaded',
    () =>
      // Asked in the middle of the reload, a worker never answers.
      soon(
        app.background.evaluate(async () => {
          const { test, begun } = await chrome.storage.session.get(null)
          return begun === true && test !== true
        }),
      ),
    timeoutMs,
  )
}

/** What the toolbar button shows over the tab in front. */
export function frontBadge(app: App): Promise<string> {
  return app.background.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true })
    return tab === undefined ? '' : await chrome.action.getBadgeText({ tabId: tab.id })
  })
}
