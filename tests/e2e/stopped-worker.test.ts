import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, browsers, launch, type Page } from '../driver'
import { saveAccount, sendFromPage } from './fill-seed'
import {
  codes,
  comeBackTo,
  frontBadge,
  isSameRun,
  markRun,
  originOf,
  password,
  secretBase32,
  serveSite,
  untilFilled,
  untilReloaded,
} from './lock-bed'

// The background is stopped between every two steps: it keeps nothing that could be lost.

const locked = '[data-testid=master-password]'

/** What was begun is done: a worker that is stopped in the middle is started again at once. */
const atRest = () => new Promise((resolve) => setTimeout(resolve, 700))

declare const chrome: {
  readonly storage: {
    readonly session: {
      get(key: string): Promise<{ keySession?: { deadlineMs: number } }>
      set(values: object): Promise<void>
    }
  }
}

describe.each(browsers)('with the background stopped at every step in %s', (browser) => {
  let app: App
  let server: Server
  let origin: string
  let site: Page

  const unlockIn = async (page: Page) => {
    await page.waitFor(locked)
    await page.fill(locked, password)
    await page.click('[data-testid=unlock]')
    await page.waitFor('[data-testid=account-list]', { timeoutMs: 30_000 })
  }

  beforeAll(async () => {
    server = await serveSite()
    origin = originOf(server)
    app = await launch(browser, { grantedOrigins: [origin] })
    await app.createVault(password)
  })
  afterAll(async () => {
    await app?.close()
    server?.close()
  })

  test('an account is saved by a background that was not running', async () => {
    const manage = await app.openManage()
    await app.stopWorker()
    expect(await saveAccount(manage, { id: 'ada', origin, secretBase32 })).toEqual({
      ok: { accountId: 'ada' },
    })
    await app.stopWorker()
    await manage.close()
    expect((await app.accounts()).map(({ label }) => label)).toEqual(['ada'])
  })

  test('the lock is hard though the background sleeps when the last page closes', async () => {
    await markRun(app)
    const manage = await app.openManage()
    await app.stopWorker()
    await manage.click('[data-testid=lock]')
    await manage.waitFor(locked)
    await atRest()
    await app.stopWorker()
    await manage.close()
    await untilReloaded(app, 10_000)
  })

  test('a page waits, the vault is unlocked, the page is filled', async () => {
    site = await app.openTab(`${origin}/`)
    await comeBackTo(site)
    await expect.poll(() => frontBadge(app)).toBe('!')
    await app.stopWorker()
    const manage = await app.openManage()
    await app.stopWorker()
    await unlockIn(manage)
    await app.stopWorker()
    await comeBackTo(site)
    await untilFilled(site)
    expect(codes()).toContain(await site.value('#code'))
    await manage.close()
  })

  test('a deadline that passes while nothing runs ends the session, and the lock is hard', async () => {
    await app.background.evaluate(async () => {
      const { keySession } = await chrome.storage.session.get('keySession')
      const deadlineMs = Date.now() + 4_000
      await chrome.storage.session.set({ keySession: { ...keySession, deadlineMs } })
    })
    await markRun(app)
    await atRest()
    await app.stopWorker()
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    await untilReloaded(app)
    expect(await isSameRun(app)).toBe(false)
  })

  test('what could not be saved marks the button again after a restart', async () => {
    const manage = await app.openManage()
    expect(await sendFromPage(manage, { type: 'account.save', draft: 'AAAA' })).toEqual({
      error: 'vault-locked',
    })
    await manage.close()
    const marked = () => frontBadge(app)
    await expect.poll(marked).toBe('!')
    await app.restart()
    await expect.poll(marked).toBe('!')
  })

  test('what was being typed in the popup is there after the lock and a restart', async () => {
    const page = await app.openTab(`${origin}/other`)
    await app.unlock(password)
    const popup = await app.openPopup(page)
    await popup.click('[data-testid=add-account]')
    await popup.fill('[data-testid=field-issuer]', 'Half typed')
    await atRest()
    await popup.close()
    await app.lock()
    await app.restart()
    await app.unlock(password)
    const again = await app.openTab(`${origin}/other`)
    const reopened = await app.openPopup(again)
    await reopened.waitFor('[data-testid=field-issuer]')
    expect(await reopened.value('[data-testid=field-issuer]')).toBe('Half typed')
    await reopened.close()
  })

  test('our own code logged no errors', async () => {
    expect(await app.consoleErrors()).toEqual([])
  })
})
