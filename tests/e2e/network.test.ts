import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, browsers, launch, type Page } from '@/tests/driver'

// That the product sends nothing is shown by every other test: the driver throws on closing. Here
// an extension that does is sent out, to show that the driver would see it.
const build = path.resolve(import.meta.dirname, '../driver/fixture-extension')
const asked = new Set<string>()
let server: Server
let site = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.add(request.url ?? '')
    response.setHeader('content-type', 'text/html')
    response.end('<title>a page</title><img src="/image-by-page"><script src="/by-page"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const contentUrl = { chromium: '/fetched-by-content', firefox: '/image-by-content' }

describe.each(browsers)('in %s', (browser) => {
  test.each([
    ['the background', fromBackground, '/by-background'],
    ['a page of the extension', fromOwnPage, '/by-own-page'],
    // Each browser sees one of the two; build.test.ts looks at what content scripts name at all.
    ['a content script', fromContent, contentUrl[browser]],
  ])('a request from %s ends the run', async (_, send, url) => {
    asked.clear()
    const app = await launch(browser, { build, grantedOrigins: [site] })
    const page = await app.openTab(`${site}/page`)
    try {
      await send(app, page)
      await expect.poll(() => [...asked]).toContain(url)
    } finally {
      await expect(app.close()).rejects.toThrow(`the extension sent requests: ${site}/`)
    }
    expect(await app.network()).toContain(`${site}${url}`)
    expect(await app.network()).not.toContain(`${site}/image-by-page`)
  })

  test('what a page asks for by itself ends nothing', async () => {
    asked.clear()
    const app = await launch(browser, { build, grantedOrigins: [site] })
    await app.openTab(`${site}/page`)
    await expect.poll(() => [...asked]).toContain('/image-by-page')
    await app.close()
    expect(await app.network()).toEqual([])
  })
})

async function fromBackground(app: App): Promise<void> {
  await app.background.evaluate((url) => {
    fetch(url).catch(() => undefined)
  }, `${site}/by-background`)
}

async function fromOwnPage(app: App): Promise<void> {
  const own = await app.openManage()
  await own.evaluate((url) => {
    new Image().src = url
  }, `${site}/by-own-page`)
}

async function fromContent(app: App, page: Page): Promise<void> {
  await page.bringToFront()
  await app.background.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true })
    const target = { tabId: tab?.id ?? 0 }
    await chrome.scripting.executeScript({ target, files: ['reach-out.js'] })
  })
}

declare const chrome: {
  readonly tabs: { query(wanted: object): Promise<{ readonly id?: number }[]> }
  readonly scripting: { executeScript(what: object): Promise<unknown> }
}
