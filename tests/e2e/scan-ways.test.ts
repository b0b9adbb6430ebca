import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { qrPng, qrSvg } from '../demo-site/qr.mjs'
import { type App, browsers, type Page } from '../driver'
import { mine, until } from '../tour/stage'
import {
  expectDarkPagesRead,
  openDrawing,
  readFrame,
  type ScanBed,
  startScans,
  uriOf as uri,
} from './scan-bed'

// The ways in besides a code in view: a link, a key as text. Each test saves nothing.

const key = 'GEZD GNBV GY3T QOJQ'
/** Turns the text around, runs as markup where one is careless, and is endless. */
const hostile = `\u202Egnihton<img src=x onerror=alert(1)>${'x'.repeat(600)}`

const png = async (label: string) =>
  `data:image/png;base64,${Buffer.from(await qrPng(uri(label))).toString('base64')}`
const [tiny, under, blob] = await Promise.all(['tiny', 'under', 'blob'].map(png))
const empty = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
/** So that the keyboard opens its menu, too. */
const picture = (src: string | undefined, style: string) =>
  `<img id="picture" tabindex="0" src="${src}" style="position:absolute;${style}">`

/** Its dark squares touch a dark page, and no element says that it is there. */
const bare = encodeURIComponent(
  qrSvg(uri('bare'), { margin: 0 }).text.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"'),
)

/** Pages by their path. */
const pages: Readonly<Record<string, string>> = {
  '/bare': `<style>html{background:#000 url("data:image/svg+xml,${bare}") 600px 320px/82px no-repeat}
    </style>`,
  '/tiny': `${picture(tiny, 'width:24px;left:600px')}<style>svg{width:240px}</style>
    ${qrSvg(uri('beside')).text}`,
  '/blob': `${picture('', 'width:24px')}<script>
    const bytes = Uint8Array.from(atob('${blob?.split(',')[1]}'), (c) => c.charCodeAt(0))
    picture.src = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }))</script>`,
  '/covered': `${picture(under, 'width:240px;left:40px;top:40px')}<style>svg{width:240px;
    position:absolute;left:40px;top:40px;pointer-events:none}</style>${qrSvg(uri('over')).text}`,
  '/empty': picture(empty, 'width:200px'),
  '/link': `<p>On this device: <a href="${uri('link')}">Open the app</a></p>`,
  '/key': `<h1>Two-factor authentication</h1><p>Can't scan it? Enter this setup key:</p>
    <input readonly value="${key}"><p hidden>Setup key KRUGS4ZANFZSAYJA</p>`,
  '/recovery': `<h1>Two-factor authentication</h1><p>Recovery codes</p><pre>${key}\n${key}</pre>`,
  '/hostile': `<a href="otpauth://totp/${encodeURIComponent(hostile)}?secret=JBSWY3DPEHPK3PXP">A</a>
    <a href="otpauth://totp/x?secret=&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">B</a>`,
}

describe.each(browsers)('in %s', (browser) => {
  let bed: ScanBed
  let app: App
  let page: Page
  let popupOn: ScanBed['popupOn']

  beforeAll(async () => {
    bed = await startScans(browser, pages, { prompts: true })
    ;({ app, page, popupOn } = bed)
  })
  afterAll(() => bed?.close())

  test('a set-up link on the page is offered like a code', async () => {
    const popup = await popupOn('/link')
    await popup.waitFor(mine('found-account'))
    expect(await popup.text(mine('found-account'))).toContain('link')
    await popup.close()
  })

  test('a key as text is offered, the one that is hidden is not, and its form is filled in', async () => {
    const popup = await popupOn('/key')
    await popup.waitFor(mine('use-key'))
    expect(await popup.count(mine('use-key'))).toBe(1)
    expect(await popup.text(mine('key-text'))).toBe(key)
    await popup.click(mine('use-key'))
    await popup.waitFor(mine('save-form'))
    await popup.close()
  })

  const pointOn = async (where: string): Promise<Page> => {
    await bed.show(where)
    await page.waitFor(() => document.querySelector<HTMLImageElement>('#picture')?.complete)
    return await app.popupAfter(() =>
      app.chooseInMenu(page, '#picture', 'Read this code with Sixpence'),
    )
  }

  test.each([
    ['drawn too small to be seen, and no other', '/tiny', 'tiny'],
    ['made by the page itself', '/blob', 'blob'],
    ['that another lies over, as it is seen', '/covered', 'over'],
  ])('the menu of a picture reads one %s', async (_, where, label) => {
    const popup = await pointOn(where)
    await popup.waitFor(mine('found-account'))
    expect(await popup.count(mine('found-account'))).toBe(1)
    expect(await popup.text(mine('found-account'))).toContain(label)
    await popup.close()
  })

  test('a picture in which nothing can be read is told, with the way out', async () => {
    const popup = await pointOn('/empty')
    await popup.waitForText('No code could be read in that picture')
    await popup.close()
  })

  test('the shortcut opens the popup, which scans the page', async () => {
    await bed.show('/link')
    const popup = await app.popupAfter(() => app.pressShortcut(page, 'Alt+Shift+Q'))
    await popup.waitFor(mine('found-account'))
    await popup.close()
  })

  test('where nothing is found the user draws a frame on a picture, and the page stays', async () => {
    const popup = await popupOn('/bare')
    await page.evaluate(() => void Object.assign(window, { isSame: true }))
    const tab = await openDrawing(bed, popup)
    await readFrame(tab, [0.02, 0.02, 0.2, 0.3])
    await tab.waitForText('No code could be read in the frame')
    await readFrame(tab, [598 / 1280, 317 / 720, 684 / 1280, 405 / 720])
    await tab.waitFor(mine('review-new'))
    // Rows have no text before they are first painted.
    await until('the account is named', async () =>
      (await tab.text(mine('review-new'))).includes('bare'),
    )
    await tab.close()
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true)
  })

  test('on pages that are zoomed, codes are read and framed where they are', async () => {
    const zoomTo = async (zoom: number) => {
      await bed.show('/')
      await app.background.evaluate((factor) => chrome.tabs.setZoom(factor), zoom)
      const ratio = () => page.evaluate(() => devicePixelRatio)
      await until('the zoom', async () => (await ratio()) === zoom)
    }
    for (const zoom of [0.5, 2]) {
      await zoomTo(zoom)
      await expectDarkPagesRead(bed)
    }
    await zoomTo(1)
  })

  test('recovery codes are no key', async () => {
    const popup = await popupOn('/recovery')
    await popup.waitForText('No set-up code in view')
    expect(await popup.count(mine('use-key'))).toBe(0)
    await popup.close()
  })

  test('a hostile link is shown as what it says, and a broken one is told', async () => {
    const popup = await popupOn('/hostile')
    await popup.waitFor(mine('found-account'))
    const said = await popup.text(mine('found-account'))
    expect(said).toContain('U+202E')
    expect(said).toContain('<img src=x onerror=alert(1)>')
    expect(await popup.count('img[src="x"], script:not([src])')).toBe(0)
    await popup.waitForText('A set-up code that cannot be used')
    const isWide = () => document.documentElement.scrollWidth > innerWidth
    expect(await popup.evaluate(isWide)).toBe(false)
    await popup.close()
  })

  test('nothing of it was saved, and our own code logged no errors', async () => {
    expect(await app.accounts()).toEqual([])
    expect(await app.consoleErrors()).toEqual([])
  })
})

/** Runs in the background. */
declare const chrome: { readonly tabs: { setZoom(factor: number): Promise<void> } }
