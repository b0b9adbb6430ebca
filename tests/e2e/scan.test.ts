import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { qrSvg } from '../demo-site/qr.mjs'
import { browsers, type Page } from '../driver'
import { mine, until } from '../tour/stage'
import { type ScanBed, startScans } from './scan-bed'

const uri = (label: string) => `otpauth://totp/Heron:${label}?secret=JBSWY3DPEHPK3PXP&issuer=Heron`
const svg = (label: string, look: object) => qrSvg(uri(label), look).text
/** Its dark squares touch the page, so that only what is known of the page helps. */
const bare = svg('bare', { margin: 0 })

/** Pages by their path. */
const pages: Readonly<Record<string, string>> = {
  '/': '<h1>Nothing here</h1>',
  '/closed': `<body style="background:#000"><x-code></x-code><script>
    document.querySelector('x-code').attachShadow({ mode: 'closed' }).innerHTML =
      ${JSON.stringify(`<style>svg{width:200px;margin:40px;display:block}</style>${bare}`)}
    </script>`,
  '/below': `<style>svg{width:240px;position:absolute;top:calc(100vh - 120px);left:60px}
    body{height:200vh}</style>${svg('below', {})}`,
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

  test('a code without a margin on a dark page, in a closed shadow root, is read', async () => {
    expect(await page.evaluate(() => devicePixelRatio)).toBe(ratio)
    const popup = await popupOn('/closed')
    await popup.waitFor(mine('found-account'))
    expect(await popup.text(mine('found-account'))).toContain('bare')
    await popup.close()
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
