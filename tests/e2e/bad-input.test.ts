import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startDemoSite } from '../demo-site/server.mjs'
import { launch } from '../driver'
import type { App, Page } from '../driver/types'
import { mine, until } from '../tour/stage'

const masterPassword = 'quiet lantern orbit velvet'
const offLimits = { chromium: 'chrome://version/', firefox: 'about:license' } as const

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  let site: Awaited<ReturnType<typeof startDemoSite>>
  let app: App
  let page: Page
  let popup: Page | null = null

  beforeAll(async () => {
    site = await startDemoSite()
    app = await launch(browser, { prompts: true })
    await app.createVault(masterPassword)
    page = await app.openTab(`${site.url}/login`)
    await page.fill('#user', site.user)
    await page.fill('#password', site.password)
    await page.click('#log-in')
    await page.waitFor('#set-up')
  })
  afterAll(async () => {
    await app?.close()
    await site?.close()
  })

  // One that stays open, because a test failed, would be taken for the next test's.
  afterEach(async () => {
    if (popup !== null && !(await popup.isClosed())) await popup.close()
    popup = null
  })

  const popupOver = async (over: Page): Promise<Page> => {
    popup = await app.openPopup(over)
    return popup
  }
  const openPopupOn = async (path: string): Promise<Page> => {
    await page.bringToFront()
    await page.goto(`${site.url}${path}`)
    return await popupOver(page)
  }
  const accountCount = async () => (await app.accounts()).length

  test.each([
    ['without any code', '/setup/none'],
    ['with a code that is cut off', '/setup/cut-off'],
  ])('a page %s offers its key as text instead, and says so', async (_, path) => {
    const popup = await openPopupOn(path)
    await popup.waitForText('Found a key as text on this page.')
    await popup.waitFor(mine('use-key'))
    expect(await popup.count(mine('found-account'))).toBe(0)
  })

  test('two codes on a page are both offered', async () => {
    const popup = await openPopupOn('/setup/two-codes')
    await until('both accounts show', async () => (await popup.count(mine('found-account'))) === 2)
  })

  test('a code that is a web address is named and shown, never opened', async () => {
    const popup = await openPopupOn('/setup/web-link')
    await popup.waitForText('web address')
    expect(await popup.text(mine('link-text'))).toBe('https://larkfield-library.example/app')
    expect(await popup.count(`${mine('link-text')} a, a${mine('link-text')}`)).toBe(0)
    expect(await page.url()).toBe(`${site.url}/setup/web-link`)
  })

  test('a page of the browser itself says that no extension may look at it', async () => {
    const own = await app.openTab(offLimits[browser])
    const popup = await popupOver(own)
    await popup.waitForText('Browsers let no extension look at this page')
    await own.close()
  })

  test('a refused permission keeps the account, says so, and offers it again', async () => {
    const popup = await openPopupOn('/setup')
    await popup.waitFor(mine('found-account'))
    await app.denySite(site.url, () => popup.click(mine('save-account')))
    await until('the account is saved', async () => (await accountCount()) === 1)
    await popup.close()
    const again = await openPopupOn('/setup')
    await again.waitForText('the browser does not allow it')
    await again.click(mine('fill-code'))
    await until('filling on request works', async () => /^\d{6}$/.test(await page.value('#code')))
  })

  test.each([
    ['a wrong password', 'not the password', 'not the master password'],
    ['an empty password', '', 'password is empty'],
  ])('%s is told as such, and the right one still opens', async (_, typed, sentence) => {
    await app.lock()
    const manage = await app.openManage('#/accounts')
    await manage.waitFor(mine('master-password'))
    await manage.fill(mine('master-password'), typed)
    await manage.click(mine('unlock'))
    await manage.waitForText(sentence)
    await manage.fill(mine('master-password'), masterPassword)
    await manage.click(mine('unlock'))
    await manage.waitFor(mine('account-row'))
  })

  test('a full disk loses nothing that was typed, and saving works once there is room', async () => {
    const manage = await app.openManage('#/add')
    await manage.fill(mine('paste-text'), 'otpauth://totp/Full:disk?secret=JBSWY3DPEHPK3PXP')
    await manage.click(mine('paste-review'))
    await manage.waitFor(mine('save-all'))
    await manage.evaluate(() => {
      const { add } = IDBObjectStore.prototype
      const full = () => {
        throw new DOMException('no room', 'QuotaExceededError')
      }
      const makeRoom = () => {
        IDBObjectStore.prototype.add = add
      }
      Object.assign(window, { makeRoom })
      IDBObjectStore.prototype.add = full
    })
    const before = await accountCount()
    await manage.bringToFront()
    await manage.click(mine('save-all'))
    await manage.waitForText('full, so nothing was saved')
    expect(await accountCount()).toBe(before)
    await manage.bringToFront()
    await manage.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom())
    await manage.click(mine('save-all'))
    await until('it is saved', async () => (await accountCount()) === before + 1)
  })

  test('a clock that was set back is told, with what to do', async () => {
    const manage = await app.openManage('#/settings')
    await manage.waitFor(mine('lock-after'))
    // As if the save were made five minutes from now, before the clock was set back.
    await manage.evaluate(() => {
      const page = window as Window & { Date?: DateConstructor }
      const clock = page.Date ?? Date
      const now = clock.now.bind(clock)
      clock.now = () => now() + 300_000
      const select = document.querySelector<HTMLSelectElement>('[data-testid=lock-after]')
      if (select) select.selectedIndex = (select.selectedIndex + 1) % select.options.length
      select?.dispatchEvent(new Event('change', { bubbles: true }))
    })
    // The vault may lock at once: it was used at a time that is yet to come.
    await manage.waitFor(
      () => document.body.textContent.includes('Saved') || document.title.includes('locked'),
    )
    await manage.close()
    const later = await app.openManage('#/accounts')
    await later.waitFor(`${mine('lock')}, ${mine('unlock')}`)
    if ((await later.count(mine('lock'))) > 0) await later.click(mine('lock'))
    await later.fill(mine('master-password'), masterPassword)
    await later.click(mine('unlock'))
    await later.waitForText('Set the clock, or compare it in the settings')
  })
})
