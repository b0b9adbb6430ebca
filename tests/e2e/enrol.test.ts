import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemoSite } from '../demo-site/server.mjs'
import { codeOfStep } from '../demo-site/totp.mjs'
import { type App, launch, type Page } from '../driver'
import { mine, nextStepMs, until } from '../tour/stage'
import { noticedIn, type SetupDialog, startSetupDialog } from './setup-dialog'
import { masterPassword, vaultBrowsers } from './vault/bed'

/*
 * From the set-up page to the end of the set-up. The demo site is allowed, as its user would have
 * it by one tick; the dialog's and the hostile page's site is not.
 */

type DemoSite = Awaited<ReturnType<typeof startDemoSite>>

const uri = (label: string, secret: string, issuer: string) =>
  `otpauth://totp/${issuer}:${label}?secret=${secret}&issuer=${issuer}`

/** The sealed draft of the popup, or null. Runs in a page of ours. */
const keptDraft = (): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('sixpence')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const reading = opening.result.transaction('drafts').objectStore('drafts').get('popup')
      reading.onsuccess = () => {
        opening.result.close()
        resolve(reading.result?.sealed ?? null)
      }
    }
  })

describe.each(vaultBrowsers)('in %s, an account off a set-up page', (browser) => {
  let app: App
  let site: DemoSite
  let dialog: SetupDialog
  let hostile: SetupDialog
  let manage: Page
  let page: Page

  beforeAll(async () => {
    site = await startDemoSite()
    dialog = await startSetupDialog(uri('ada', 'JBSWY3DPEHPK3PXP', 'Dialogue'))
    const name = 'Larkfield%20Library'
    hostile = await startSetupDialog(uri(site.user, 'GEZDGNBVGY3TQOJQ', name))
    app = await launch(browser, { grantedOrigins: ['http://127.0.0.1'] })
    await app.createVault(masterPassword)
    manage = await app.openManage('#/accounts')
    page = await app.openTab(`${site.url}/login?next=/setup`)
    await page.fill('#user', site.user)
    await page.fill('#password', site.password)
    await page.click('#log-in')
    await page.waitFor('#qr')
  })
  afterAll(async () => {
    await app?.close()
    await Promise.all([site?.close(), dialog?.close(), hostile?.close()])
  })

  /** How many accounts there are, and how many of them are unconfirmed. */
  const counts = () =>
    manage.evaluate(() => [
      document.querySelectorAll('[data-testid=account-row]').length,
      document.querySelectorAll('[data-unconfirmed]').length,
    ])
  const comeTo = (accounts: number, unconfirmed: number) =>
    until(
      `${accounts} accounts, ${unconfirmed} of them unconfirmed`,
      async () => String(await counts()) === String([accounts, unconfirmed]),
    )
  const popupOver = async (tab: Page) => {
    await tab.bringToFront()
    return app.openPopup(tab)
  }
  const hasCode = (tab: Page) => {
    const isFilled = async () => /^\d{6}$/.test(await tab.value('#code'))
    return until('the code is in the box', isFilled, nextStepMs)
  }
  /** The user fills by the popup; it makes way for the page. */
  const fillIn = async (tab: Page, wanted: string) => {
    const popup = await popupOver(tab)
    await popup.waitFor(`${wanted} ${mine('unconfirmed')}`)
    await popup.click(`${wanted} ${mine('fill-code')}`)
    // It closes once the code is written: another one may have stood there before.
    if (!(await popup.isClosed())) await popup.closed
    await hasCode(tab)
  }
  /** What is typed is kept, letter by letter, and no letter is left to keep. */
  const allIsKept = async () => {
    let last: string | null = null
    await until('what was typed is kept', async () => {
      const before = last
      last = await manage.evaluate(keptDraft)
      return last !== null && last === before
    })
  }
  /** The codes of now and just before, of the secret that the demo site offers. */
  const offeredCodes = () => {
    const secret = site.state.accounts.get(site.user)?.offeredSecret ?? expect.fail()
    const step = Math.floor(Date.now() / 30_000)
    return [codeOfStep(secret, step), codeOfStep(secret, step - 1)]
  }
  const lockAndUnlock = async () => {
    await app.lock()
    await app.stopWorker()
    await app.unlock(masterPassword)
  }

  test('is confirmed when the site moves on after a fill, and is no second time to save', async () => {
    const popup = await popupOver(page)
    await popup.waitFor(mine('found-account'))
    const card = await popup.text(mine('found-account'))
    for (const part of ['Larkfield Library', site.user, new URL(site.url).host]) {
      expect(card).toContain(part)
    }
    await popup.click(mine('save-account'))
    await comeTo(1, 1)
    await popup.waitFor(mine('enrol-works'))
    expect(await popup.count(mine('found-account'))).toBe(0)
    await popup.close()
    await page.bringToFront()
    await hasCode(page)
    expect(site.state.attempts).toEqual([])
    await page.click('#confirm')
    await page.waitFor('#recovery-codes')
    await comeTo(1, 0)
  })

  test('with another secret stands beside the old one until the user says otherwise, and is the one filled', async () => {
    await page.goto(`${site.url}/two-factor/off`)
    await page.fill('#password', site.password)
    await page.click('#confirm-off')
    await page.waitFor('#set-up')
    await page.goto(`${site.url}/setup/dark-no-margin`)
    const popup = await popupOver(page)
    await popup.waitFor(mine('stays'))
    expect(await popup.count(`${mine('difference')} ${mine('code')}`)).toBe(2)
    expect(await popup.count(mine('replace-secret'))).toBe(0)
    await popup.click(mine('save-account'))
    await comeTo(2, 1)
    await popup.close()
    await page.bringToFront()
    await until('the code of the new secret is in the box', async () =>
      offeredCodes().includes(await page.value('#code')),
    )
    expect(site.state.attempts).toHaveLength(1)
    await page.click('#confirm')
    await page.waitFor('#recovery-codes')
    await comeTo(2, 0)
    const asking = await popupOver(page)
    await asking.click(mine('enrol-supersede'))
    await asking.waitFor(mine('undo'))
    await comeTo(1, 0)
    expect(site.state.attempts.map(({ verdict }) => verdict)).toEqual(['right', 'right'])
    await asking.close()
  })

  test("outlasts closed popups, lock and stop, is filled by one click, and the site's own dialog never notices", async () => {
    const tab = await app.openTab(dialog.url)
    await tab.waitFor('#dialog img')
    const first = await popupOver(tab)
    await first.click(mine('allow-site'))
    await first.click(mine('edit-found'))
    await first.fill(mine('field-label'), 'grace')
    await allIsKept()
    await first.close()
    const second = await popupOver(tab)
    await second.waitFor(mine('save-form'))
    expect(await second.value(mine('field-label'))).toBe('grace')
    await second.click(mine('save-form'))
    await comeTo(2, 1)
    await second.close()
    await lockAndUnlock()
    await comeTo(2, 1)
    await fillIn(tab, mine('account-row'))
    expect(await tab.evaluate(noticedIn)).toEqual({ rotated: 0, changes: [], events: [] })
    await tab.click('#confirm')
    await comeTo(2, 0)
    await tab.close()
  })

  test('of a page that takes the name of another is confirmed by itself alone, and puts nothing up for the trash', async () => {
    const tab = await app.openTab(hostile.url)
    await tab.waitFor('#dialog img')
    const popup = await popupOver(tab)
    await popup.waitFor(mine('stays'))
    await popup.click(mine('allow-site'))
    await popup.click(mine('save-account'))
    await comeTo(3, 1)
    await popup.close()
    await fillIn(tab, mine('account-row'))
    await tab.click('#confirm')
    await comeTo(3, 0)
    const after = await popupOver(tab)
    await after.waitFor(mine('fill-code'))
    expect(await after.count(mine('enrol-supersede'))).toBe(0)
    await after.close()
  })

  test('leaves no error of our own code', async () => {
    expect(await app.consoleErrors()).toEqual([])
  })
})
