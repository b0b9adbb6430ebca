import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { qrPng } from '../demo-site/qr.mjs'
import { type App, browsers, launch, type Page } from '../driver'
import { mine, until } from '../tour/stage'
import { type AnyHost, startAnyHost } from './any-host'
import { pdfOf } from './pdf'

// Tabs that are no pages: documents, pictures, and what no extension may look at.

const uri = (label: string) => `otpauth://totp/Heron:${label}?secret=JBSWY3DPEHPK3PXP&issuer=Heron`
const picture = await qrPng(uri('picture'))
const site = 'https://heron.example'
/** In Chromium one of which there is no picture, either. */
const kept = { chromium: 'about:blank', firefox: 'about:license' } as const
/** By their path. */
const files: Readonly<Record<string, { readonly type: string; readonly bytes: Uint8Array }>> = {
  '/set-up.pdf': { type: 'application/pdf', bytes: pdfOf(uri('document')) },
  '/set-up.png': { type: 'image/png', bytes: picture },
}

describe.each(browsers)('in %s', (browser) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tabs-'))
  const [saved = '', link = ''] = ['saved', 'link'].map((name) => path.join(folder, `${name}.png`))
  let host: AnyHost
  let app: App
  let page: Page

  beforeAll(async () => {
    writeFileSync(saved, picture)
    writeFileSync(link, await qrPng(`${site}/app`))
    host = await startAnyHost(({ pathname }) => {
      const file = files[pathname]
      return file ? { body: file.bytes, headers: { 'content-type': file.type } } : { body: '' }
    })
    app = await launch(browser, { proxyPort: host.proxyPort })
    await app.createVault('quiet lantern orbit velvet')
    page = await app.openTab(`${site}/`)
  })
  afterAll(async () => {
    await app?.close()
    await host?.close()
    rmSync(folder, { recursive: true })
  })

  test.each([
    ['a PDF', `${site}/set-up.pdf`, 'document'],
    ['a picture opened alone', `${site}/set-up.png`, 'picture'],
    ['a picture of this computer', pathToFileURL(saved).href, 'picture'],
  ])('the code in %s is read', async (_, url, label) => {
    await page.goto(url)
    const popup = await app.openPopup(page)
    // The browser draws a document after it has loaded it.
    await until('the code is found', async () => {
      if ((await popup.count(mine('found-account'))) > 0) return true
      if ((await popup.count(mine('mark-code'))) > 0) await popup.click(mine('scan-again'))
      return false
    })
    expect(await popup.text(mine('found-account'))).toContain(label)
    await popup.close()
  })

  test('where no extension may look, the popup says so and leads to another way, which names what is no set-up code', async () => {
    await page.goto(kept[browser])
    const popup = await app.openPopup(page)
    await popup.waitForText('a screenshot of the code here, or read it another way')
    await popup.click(mine('other-ways'))
    let manage = page
    await until('the screen with the other ways', async () => {
      for (const tab of await app.tabs()) if ((await tab.url()).endsWith('#/add')) manage = tab
      return manage !== page
    })
    await manage.setFiles(mine('picture-files'), [link])
    await manage.waitForText('This QR code is a web address')
    expect(await manage.count('a[href*="heron"]')).toBe(0)
    expect(await app.consoleErrors()).toEqual([])
  })
})
