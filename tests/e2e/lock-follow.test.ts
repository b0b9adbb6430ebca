import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, browsers, launch, type Page } from '../driver'
import { record } from '../long-run'
import { saveAccount } from './fill-seed'
import {
  codes,
  comeBackTo,
  frontBadge,
  originOf,
  password,
  secretBase32,
  serveSite,
  untilFilled,
} from './lock-bed'

// Whatever locks or unlocks: every open page and the toolbar button follow within a second.

const withinASecond = { timeoutMs: 1_000 }
const locked = '[data-testid=master-password]'
const unlocked = '[data-testid=account-list]'

interface Session {
  readonly deadlineMs: number
}
declare const chrome: {
  readonly storage: {
    readonly session: {
      get(key: string): Promise<{ keySession?: Session }>
      set(values: object): Promise<void>
      remove(key: string): Promise<void>
    }
  }
}

describe.each(browsers)('locking in %s', (browser) => {
  let app: App
  let server: Server
  let otherServer: Server
  let otherOrigin: string
  let site: Page
  let first: Page
  let second: Page

  /** Locks as the shortcut and the screen do: by what the key session is then. */
  const lockAnywhere = () =>
    app.background.evaluate(() => chrome.storage.session.remove('keySession'))
  const unlockIn = async (page: Page) => {
    await page.waitFor(locked)
    await page.fill(locked, password)
    await page.click('[data-testid=unlock]')
    await page.waitFor(unlocked, { timeoutMs: 30_000 })
  }
  /** Has the session end in `ms`, as if it had been left alone all the while before. */
  const endSessionIn = (ms: number) =>
    app.background.evaluate(async (leftMs: number) => {
      const { keySession } = await chrome.storage.session.get('keySession')
      await chrome.storage.session.set({
        keySession: { ...keySession, deadlineMs: Date.now() + leftMs },
      })
    }, ms)
  const hasKey = () =>
    app.background.evaluate(
      async () => (await chrome.storage.session.get('keySession')).keySession !== undefined,
    )

  beforeAll(async () => {
    server = await serveSite()
    otherServer = await serveSite()
    const origin = originOf(server)
    otherOrigin = originOf(otherServer)
    app = await launch(browser, { grantedOrigins: [origin] })
    await app.createVault(password)
    first = await app.openManage()
    await saveAccount(first, { id: 'ada', origin, secretBase32 })
    await saveAccount(first, { id: 'bob', origin: otherOrigin, secretBase32: 'JBSWY3DPEHPK3PXP' })
    await lockAnywhere()
    second = await app.openManage()
    site = await app.openTab(`${origin}/`)
  })
  afterAll(async () => {
    await app?.close()
    server?.close()
    otherServer?.close()
  })

  test('a page that waits for a code says so on the toolbar button', async () => {
    await comeBackTo(site)
    await expect.poll(() => frontBadge(app)).toBe('!')
    expect(await site.value('#code')).toBe('')
  })

  test('unlocked in the popup, the page behind it is filled and all pages follow', async () => {
    const popup = await app.openPopup(site)
    await popup.waitFor(locked)
    await popup.fill(locked, password)
    await popup.click('[data-testid=unlock]')
    await Promise.all([
      untilFilled(site),
      first.waitFor(unlocked),
      second.waitFor(unlocked),
      popup.waitFor('[data-testid=account-row], [data-testid=fill]').catch(() => undefined),
    ])
    expect(codes()).toContain(await site.value('#code'))
    expect(await frontBadge(app)).toBe('')
    if (!(await popup.isClosed())) await popup.close()
  })

  test('locked in one page, the other, the popup and the button follow within a second', async () => {
    const popup = await app.openPopup(site)
    await popup.waitFor('[data-testid=lock]')
    await lockAnywhere()
    await Promise.all([first, second, popup].map((page) => page.waitFor(locked, withinASecond)))
    if (!(await popup.isClosed())) await popup.close()
  })

  test('unlocked in one page, the other follows within a second, the site when one comes back', async () => {
    const site = await app.openTab(`${otherOrigin}/`)
    await second.bringToFront()
    await unlockIn(second)
    // What is behind is drawn as seldom as the browser likes.
    await first.bringToFront()
    await first.waitFor(unlocked, withinASecond)
    await comeBackTo(site)
    await untilFilled(site)
    await site.close()
  })

  test('open pages lock at the deadline, though no alarm rings', async () => {
    await first.bringToFront()
    await endSessionIn(3_000)
    const atMs = Date.now() + 3_000
    await first.waitFor(locked, { timeoutMs: 8_000 })
    const lateMs = Date.now() - atMs
    expect(lateMs).toBeGreaterThan(-500)
    expect(lateMs).toBeLessThan(5_000)
    record({
      promise: 'P14',
      what: 'two pages open at the deadline, no alarm',
      where: browser,
      count: 1,
      result: `locked ${Math.max(0, lateMs / 1000).toFixed(1)} s after the deadline`,
    })
    await second.waitFor(locked, withinASecond)
    expect(await hasKey()).toBe(false)
  })

  test('the popup locks at the deadline', async () => {
    await unlockIn(first)
    const popup = await app.openPopup(site)
    await popup.waitFor('[data-testid=lock]')
    await endSessionIn(2_000)
    await popup.waitFor(locked, { timeoutMs: 7_000 })
    expect(await hasKey()).toBe(false)
    if (!(await popup.isClosed())) await popup.close()
  })

  test('our own code logged no errors', async () => {
    expect(await app.consoleErrors()).toEqual([])
  })
})
