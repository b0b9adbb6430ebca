import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, launch, type Page } from '../driver'
import { mine } from '../tour/stage'
import { badgeOf, saveAccount } from './fill-seed'
import { secretOf } from './seed-many'
import { vaultBrowsers } from './vault/bed'

// Recovery codes from the page that shows them to the prompt that asks for one.

const codes = ['k7mf-p2xq', 'x92a-bb7c', '4j4k-aa81', 'qq3z-19vd']
const later = ['91ab-77cd', '92ab-77cd', '93ab-77cd']
const framed = ['f1ab-77cd', 'f2ab-77cd', 'f3ab-77cd']
/** Codes that the page has and nobody sees. */
const unseen = ['h1dd-3n01', 'h1dd-3n02', 'h1dd-3n03']
const list = (some: readonly string[]) => some.map((code) => `<li><code>${code}</code>`).join('')
const pages: Readonly<Record<string, string>> = {
  '/codes': `<h1>Your recovery codes</h1><ol>${list(codes)}</ol><a href="/">I have kept them</a>
    <div hidden>${list(unseen)}</div><p style="visibility: hidden">${unseen.join(' ')}</p>
    <input type="hidden" value="${unseen[0]}"><input type="password" readonly value="${unseen[1]}">
    <input hidden readonly value="${unseen[2]}">`,
  '/framed': '<h1>Security</h1><iframe src="/frame" width="400" height="300"></iframe>',
  '/frame': `<h1>Your recovery codes</h1><ol>${list(framed)}</ol>`,
  '/prompt': '<form><label>Recovery code <input id="code" autocomplete="off"></label></form>',
  '/text': `<h1>Notes</h1><p id="text" onclick="getSelection().selectAllChildren(this)">${later.join(' ')}</p>`,
}
const password = 'four random words here'

declare const chrome: { readonly action: { openPopup: () => Promise<void> } }

describe.each(vaultBrowsers)('in %s', (browser) => {
  let app: App
  let server: Server
  let page: Page
  let manage: Page
  let origin: string

  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><title>Shelf</title>${pages[url] ?? ''}`)
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    app = await launch(browser, { prompts: true, grantedOrigins: ['http://127.0.0.1'] })
    await app.createVault(password)
    manage = await app.openManage()
    await saveAccount(manage, { id: 'shelf', origin, secretBase32: secretOf(1), fill: 'request' })
    page = await app.openTab(`${origin}/codes`)
  })
  afterAll(async () => {
    await app?.close()
    server?.close()
  })

  test('the codes that a page shows are kept with its account', async () => {
    const popup = await app.openPopup(page)
    await popup.waitFor(mine('recovery-offer'))
    const shown = await popup.text(mine('recovery-codes'))
    for (const code of codes) expect(shown).toContain(code)
    expect(shown).not.toContain('h1dd')
    await popup.click(mine('keep-recovery'))
    await popup.waitForText('4 recovery codes kept')
    await popup.close()
  })

  test('one is filled where the site asks for one, ticked off, and can be put back', async () => {
    await page.goto(`${origin}/prompt`)
    const popup = await app.openPopup(page)
    await popup.waitForText('4 left')
    await expect
      .poll(() => popup.evaluate(() => document.activeElement?.getAttribute('data-testid')))
      .toBe('fill-recovery')
    await popup.press('Enter')
    await popup.waitForText('3 of 4 left')
    expect(await page.value('#code')).toBe(codes[0])
    await popup.click(mine('put-back'))
    await popup.waitForText('4 left')
    await popup.click(mine('fill-recovery'))
    await popup.waitForText('3 of 4 left')
    await popup.close()
  })

  test('what is selected waits in the popup, and the button says so where it may not open', async () => {
    await page.goto(`${origin}/text`)
    await app.background.evaluate(() => {
      chrome.action.openPopup = () => Promise.reject(new Error('not now'))
    })
    await app.chooseInMenu(page, '#text', 'Keep as recovery codes')
    await expect.poll(() => badgeOf(manage, `${origin}/text`)).toBe('+')
    await page.bringToFront()
    const popup = await app.openPopup(page)
    await popup.waitFor(mine('recovery-offer'))
    const shown = await popup.text(mine('recovery-offer'))
    for (const code of later) expect(shown).toContain(code)
    expect(shown).toContain('4, still left: 3')
    await expect.poll(() => badgeOf(manage, `${origin}/text`)).toBe('')
    await popup.click(mine('keep-recovery'))
    await popup.waitForText('3 recovery codes kept')
    await popup.close()
  })

  test('those in a frame of the site are offered, too', async () => {
    await page.goto(`${origin}/framed`)
    const popup = await app.openPopup(page)
    await popup.waitFor(mine('recovery-offer'))
    const shown = await popup.text(mine('recovery-codes'))
    for (const code of framed) expect(shown).toContain(code)
    await popup.close()
  })

  test('they are listed behind the master password, used ones as such', async () => {
    await manage.bringToFront()
    await manage.evaluate(() =>
      document.querySelector<HTMLElement>('[data-testid=recovery-account]')?.click(),
    )
    await manage.fill(mine('reveal-password'), password)
    await manage.click(mine('reveal-confirm'))
    await manage.waitForText('6 of 7 left')
    expect(await manage.text(mine('recovery-list'))).toContain(later[2])
    await manage.click(mine('remove-recovery'))
    await manage.click(mine('undo-remove'))
    await manage.waitForText('6 of 7 left')
  })

  test('our own code logged no errors', async () => {
    expect(await app.consoleErrors()).toEqual([])
  })
})
