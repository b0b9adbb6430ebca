import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { qrPng } from '../demo-site/qr.mjs'
import { type App, browsers, launch, type Page } from '../driver'
import { mine, until } from '../tour/stage'
import { uriOf } from './scan-bed'

// The user clicks while the page is still coming: its words are there, its pictures are not.

const picture = await qrPng(uriOf('late'))
const html = `<!doctype html><title>Set up</title><h1>Scan this</h1>
  <p>Or enter this key: <code>JBSW Y3DP EHPK 3PXP JBSW Y3DP</code></p>
  <img src="/late.png" width="250" height="250">`

describe.each(browsers)('in %s, a page that is still coming', (browser) => {
  let server: Server
  let site: string
  let held: ServerResponse[] = []
  let app: App
  let page: Page

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/late.png') return void held.push(response)
      response.setHeader('content-type', 'text/html')
      response.end(request.url === '/set-up' ? html : '<title>Before</title>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    app = await launch(browser)
    await app.createVault('quiet lantern orbit velvet')
    page = await app.openTab(`${site}/`)
  })
  afterAll(async () => {
    await app?.close()
    server?.closeAllConnections()
    server?.close()
  })
  beforeEach(async () => {
    held = []
    await page.goto(`${site}/`)
  })

  /** The popup over the page whose picture has not come yet. */
  const popupOverHalf = async () => {
    await page.evaluate((url) => void location.assign(url), `${site}/set-up`)
    await until('the picture is asked for', async () => held.length > 0)
    await page.waitForText('Or enter this key')
    const popup = await app.openPopup(page)
    await popup.waitForText('Looking for set-up codes')
    return popup
  }

  test('is looked at again by itself when it has come', async () => {
    const popup = await popupOverHalf()
    for (const response of held) response.setHeader('content-type', 'image/png').end(picture)
    await popup.waitFor(mine('found-account'))
    expect(await popup.text(mine('found-account'))).toContain('late')
    await popup.close()
  })

  test('is told of as it is where the rest does not come', async () => {
    const popup = await popupOverHalf()
    await popup.waitForText('Found a key as text on this page.')
    expect(await popup.count(mine('found-account'))).toBe(0)
    await popup.close()
    for (const response of held) response.end()
  })
})
