import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { qrLetters, qrSvg } from '../demo-site/qr.mjs'
import { browsers, type Page } from '../driver'
import { mine, until } from '../tour/stage'
import { expectDarkPagesRead, expectFound, type ScanBed, startScans, uriOf } from './scan-bed'

/** Pages by their path. */
const pages: Readonly<Record<string, string>> = {
  '/below': `<style>svg{width:240px;position:absolute;top:calc(100vh - 120px);left:60px}
    body{height:200vh}</style>${qrSvg(uriOf('below')).text}`,
  '/letters': `<style>body{background:#000;color:#eee}pre{line-height:1.2;font-size:12px}</style>
    <p>Scan this with your app:</p><pre>${qrLetters(uriOf('letters'))}</pre>`,
}

const cases = browsers.flatMap((browser) => [0.5, 2].map((ratio) => ({ browser, ratio })))

describe.each(cases)('in $browser at $ratio pixels to a pixel', ({ browser, ratio }) => {
  let bed: ScanBed
  let page: Page
  let popupOn: ScanBed['popupOn']

  beforeAll(async () => {
    bed = await startScans(browser, pages, { deviceScaleFactor: ratio })
    ;({ page, popupOn } = bed)
  })
  afterAll(() => bed?.close())

  test('codes without a margin on dark pages are read: in a closed shadow root, a frame of the site, a drawn frame', async () => {
    expect(await page.evaluate(() => devicePixelRatio)).toBe(ratio)
    await expectDarkPagesRead(bed)
  })

  test('a code made of letters, twice as high as wide, is read', async () => {
    await expectFound(bed, '/letters', 'letters')
  })

  test('a code half scrolled out is told, and read once it is in view', async () => {
    const popup = await popupOn('/below')
    await popup.waitForText('A code is partly out of view')
    await popup.waitForText('scan again')
    await page.evaluate(() => scrollTo(0, 400))
    await until('it is in view', () => page.evaluate(() => scrollY > 300))
    await popup.click(mine('scan-again'))
    await popup.waitFor(mine('found-account'))
    expect(await popup.text(mine('found-account'))).toContain('below')
    await popup.close()
  })
})
