import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, launch, type Page } from '../driver'
import { mine } from '../tour/stage'
import { badgeOf, saveAccount } from './fill-seed'
import { secretOf } from './seed-many'
import { vaultBrowsers } from './vault/bed'

// What the user asks for beside the popup's first button: the shortcut, the context menu of a
// field, and a frame of another site, which the popup fills after it named both.

const usual = '<form><label>Code <input id="code" autocomplete="one-time-code"></label></form>'
const pages: Readonly<Record<string, (framed: string) => string>> = {
  '/prompt': () => usual,
  // Nothing about it says what it is for.
  '/odd': () => '<label>Badge <input id="code"></label><label>Room <input id="room"></label>',
  '/foreign-frame': (framed) => `<iframe src="${framed}/prompt" width="400"></iframe>`,
}
/** A code that is about to change is waited for; steps are short. */
const periodSeconds = 6
const soonMs = { timeoutMs: 20_000 }
const isFilled = () =>
  /^\d{6}$/.test(document.querySelector<HTMLInputElement>('#code')?.value ?? '')
/** Over how many lines the words of an element go. */
const linesOf = (selector: string) => {
  const words = document.querySelector<HTMLElement>(selector)
  if (words === null) return 0
  return Math.round(words.offsetHeight / Number.parseFloat(getComputedStyle(words).lineHeight))
}

declare const chrome: {
  readonly action: { openPopup: () => Promise<void> }
  readonly runtime: { getContexts(filter: object): Promise<{ contextType: string }[]> }
}

describe.each(vaultBrowsers)('in %s', (browser) => {
  const servers: Server[] = []
  let app: App
  let manage: Page

  /** Serves a site at both names of this machine, with an account for one of them, never asked. */
  const open = async (path: string, boundTo = '127.0.0.1') => {
    const server = createServer(({ url = '' }, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      const { port } = server.address() as AddressInfo
      response.end(`<!doctype html>${pages[url]?.(`http://localhost:${port}`) ?? ''}`)
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, resolve))
    const { port } = server.address() as AddressInfo
    const origin = `http://${boundTo}:${port}`
    const secretBase32 = secretOf(servers.length)
    const seed = { id: `at ${port}`, origin, secretBase32, period: periodSeconds }
    await saveAccount(manage, { ...seed, fill: 'request' })
    return await app.openTab(`http://127.0.0.1:${port}${path}`)
  }
  const popups = () =>
    app.background.evaluate(
      async () => (await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length,
    )

  beforeAll(async () => {
    app = await launch(browser, { prompts: true, grantedOrigins: ['http://localhost'] })
    await app.createVault('four random words here')
    manage = await app.openManage('#/sites')
  })
  afterAll(async () => {
    await app?.close()
    for (const server of servers) server.close()
  })

  test('the shortcut fills the code of the one account that fits', async () => {
    const page = await open('/prompt')
    expect(await page.value('#code')).toBe('')
    await app.pressShortcut(page, 'Alt+Shift+K')
    await page.waitFor(isFilled, soonMs)
    await page.close()
  })

  test('the menu of a field fills that very field, and the shortcut knows it from then on', async () => {
    const page = await open('/odd')
    await app.chooseInMenu(page, '#code', 'Fill one-time code here')
    await page.waitFor(isFilled, soonMs)
    expect(await page.value('#room')).toBe('')
    await expect.poll(() => manage.count(mine('pointed-field'))).toBe(1)
    await page.goto(await page.url())
    await app.pressShortcut(page, 'Alt+Shift+K')
    await page.waitFor(isFilled, soonMs)
    expect(await page.value('#room')).toBe('')
    await page.close()
  })

  test('the shortcut opens the popup where nothing can be filled', async () => {
    const page = await open('/nothing')
    await app.pressShortcut(page, 'Alt+Shift+K')
    await expect.poll(popups).toBe(1)
    await page.close()
  })

  test('the popup names the site of a frame and its account, and both sites before it fills', async () => {
    const page = await open('/foreign-frame', 'localhost')
    const popup = await app.openPopup(page)
    await popup.waitFor(`${mine('frame-accounts')} ${mine('fill-code')}`)
    const { port } = new URL(await page.url())
    const namesBoth = async () => {
      const said = await popup.text(mine('frame-accounts'))
      return [`localhost:${port}`, `127.0.0.1:${port}`].every((host) => said.includes(host))
    }
    // Before the code is copied, too.
    expect(await namesBoth()).toBe(true)
    await popup.waitFor(mine('mark-code'))
    // Nobody sets anything up here: what there is to say of that takes one line.
    expect(await popup.evaluate(linesOf, 'footer p')).toBe(1)
    await popup.click(`${mine('frame-accounts')} ${mine('fill-code')}`)
    await popup.waitFor(mine('fill-frame'))
    expect(await namesBoth()).toBe(true)
    await popup.click(mine('fill-frame'))
    await popup.waitForText('Filled', soonMs)
    await page.close()
  })

  test('the button says why nothing was filled where the browser opens no popup', async () => {
    await app.background.evaluate(() => {
      chrome.action.openPopup = () => Promise.reject(new Error('not now'))
    })
    const empty = await open('/nothing')
    await app.pressShortcut(empty, 'Alt+Shift+K')
    const emptyUrl = await empty.url()
    await expect.poll(() => badgeOf(manage, emptyUrl)).toBe('–')
    await empty.close()
    const page = await open('/prompt')
    await app.lock()
    await page.bringToFront()
    await app.chooseInMenu(page, '#code', 'Fill one-time code here')
    const url = await page.url()
    await expect.poll(() => badgeOf(manage, url)).toBe('!')
    expect(await page.value('#code')).toBe('')
    await page.close()
  })

  test('our own code logged no errors', async () => {
    expect(await app.consoleErrors()).toEqual([])
  })
})
