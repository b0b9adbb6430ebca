import QRCode from 'qrcode'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, launch, type Page } from '../driver'
import { mine, until } from '../tour/stage'
import { type AnyHost, startAnyHost } from './any-host'
import { saveAccount } from './fill-seed'

const setup = 'https://myaccount.google.com'
const logIn = 'https://accounts.google.com'
const secretBase32 = 'JBSWY3DPEHPK3PXP'
const uri = `otpauth://totp/Google:ada?secret=${secretBase32}&issuer=Google`
const field = '<form><label>Code <input id="code" autocomplete="one-time-code"></label></form>'

describe.each(['chromium', 'firefox'] as const)('in %s, the popup', (browser) => {
  let app: App
  let web: AnyHost
  let page: Page

  beforeAll(async () => {
    const picture = await QRCode.toDataURL(uri, { scale: 6 })
    web = await startAnyHost(({ hostname }) => ({
      body: hostname === new URL(setup).hostname ? `<img src="${picture}">` : field,
    }))
    app = await launch(browser, { prompts: true, proxyPort: web.proxyPort })
    await app.createVault('quiet lantern orbit velvet')
    page = await app.openTab(`${setup}/`)
  })
  afterAll(async () => {
    await app?.close()
    await web?.close()
  })

  /** The two hosts that the account of this name is bound to, as the sites screen lists them. */
  const bothSitesOf = async (account: string) => {
    const manage = await app.openManage('#/sites')
    const list = () =>
      manage.evaluate(
        (name: string) =>
          [...document.querySelectorAll('[data-testid=site-row]')]
            .filter((row) => row.textContent?.includes(name))
            .map((row) => row.querySelector('bdi')?.textContent),
        account,
      )
    await until('both sites are listed', async () => (await list()).length === 2)
    const found = await list()
    await page.bringToFront()
    return found
  }

  test('saves an account with its login hosts and asks for all of them in one prompt', async () => {
    const popup = await app.openPopup(page)
    await popup.waitFor(mine('allow-known'))
    expect(await popup.text(mine('found-account'))).toContain('accounts.google.com')
    expect(await app.isGranted(setup)).toBe(false)
    await app.grantSite(setup, () => popup.click(mine('save-account')))
    expect(await app.isGranted(logIn)).toBe(true)
    expect(await bothSitesOf('Google')).toEqual(['accounts.google.com', 'myaccount.google.com'])
  })

  test('fills on another host of a bound site in one click, and remembers this host', async () => {
    const manage = await app.openManage('#/sites')
    const origin = 'https://www.larkfield-library.org'
    await saveAccount(manage, { id: 'kin', origin, secretBase32, fill: 'request' })
    await page.goto('https://login.larkfield-library.org/')
    await page.bringToFront()
    const popup = await app.openPopup(page)
    await popup.click(mine('fill-and-remember'))
    await popup.waitFor(mine('site-accounts'))
    await page.waitFor(() => /^\d{6}$/.test(document.querySelector('input')?.value ?? ''))
    await popup.close()
    expect(await bothSitesOf('kin')).toEqual([
      'login.larkfield-library.org',
      'www.larkfield-library.org',
    ])
  })

  test('warns on a double, offers nothing to fill, and asks before it copies', async () => {
    await page.goto('https://www.larkfie1d-library.org/')
    const popup = await app.openPopup(page)
    await popup.waitFor(mine('look-alike'))
    expect(await popup.count(mine('fill-code'))).toBe(0)
    expect(await popup.count(mine('fill-and-remember'))).toBe(0)
    await popup.click('[data-account-id=kin] button')
    await popup.waitFor(mine('copy-not'))
    const dialog = await popup.text('dialog')
    expect(dialog).toContain('www.larkfie1d-library.org')
    expect(dialog).toContain('larkfield-library.org')
    await popup.click(mine('copy-not'))
    expect(await popup.count('[data-copied]')).toBe(0)
    await popup.click('[data-account-id=kin] button')
    await popup.click(mine('copy-anyway'))
    await popup.waitFor('[data-account-id=kin][data-copied]')
    await popup.close()
    expect(await page.value('#code')).toBe('')
  })
})
