import { expect } from 'vitest'
import { qrSvg } from '../demo-site/qr.mjs'
import { type App, type BrowserName, type LaunchOptions, launch, type Page } from '../driver'
import { orCleanUp } from '../driver/profile'
import { mine, until } from '../tour/stage'
import { startAnyHost } from './any-host'

/** A site with pages to scan. */
export const site = 'https://heron.example'

/** The link of an account of an issuer of the same name as the site. */
export const uriOf = (label: string): string =>
  `otpauth://totp/Heron:${label}?secret=JBSWY3DPEHPK3PXP&issuer=Heron`

/** Where a bare code is, in CSS pixels: so far from the corner, and so large. */
const bare = { from: 60, side: 200 }

/** Milliseconds. Nobody clicks before what just came is sealed. */
export const readMs = 800

/** Clicks on something in a popup and closes that, at once (null) or some milliseconds later. */
export async function clickAndClose(
  popup: Page,
  selector: string,
  closesIn: number | null,
): Promise<void> {
  const clicked = popup.evaluate(
    (clickedOn, ms) => {
      document.querySelector<HTMLElement>(clickedOn)?.click()
      if (ms === null) window.close()
      else setTimeout(() => window.close(), ms)
    },
    selector,
    closesIn,
  )
  // Its document may be gone before it answers.
  await clicked.catch(() => undefined)
}

/** A code whose dark squares touch the page, so that only what is known of the page helps. */
const bareSvg = (label: string) => qrSvg(uriOf(label), { margin: 0 }).text
/** The same where no element tells of it. */
const bareBackground = encodeURIComponent(
  bareSvg('drawn').replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"'),
)

/** Dark pages with a code without a margin, by their path: to be read at every size. */
const darkPages: Readonly<Record<string, string>> = {
  '/': '<h1>Nothing here</h1>',
  '/closed': `<body style="background:#000"><x-code></x-code><script>
    document.querySelector('x-code').attachShadow({ mode: 'closed' }).innerHTML =
      ${JSON.stringify(`<style>svg{width:200px;margin:40px;display:block}</style>${bareSvg('bare')}`)}
    </script>`,
  '/framed': `<body style="background:#000"><p style="height:30px"></p>
    <iframe src="/inner" width="400" height="240" style="border:4px solid #333"></iframe>`,
  '/inner': `<style>body{background:#000;margin:0}svg{width:180px;margin:20px 0 0 150px}</style>
    ${bareSvg('inner')}`,
  '/drawn': `<style>html{background:#000 url("data:image/svg+xml,${bareBackground}")
    ${bare.from}px ${bare.from}px/${bare.side}px no-repeat}</style>`,
}

/** A browser with an empty vault over that site. */
export interface ScanBed {
  readonly app: App
  readonly page: Page
  /** Shows a page of the site in front. */
  readonly show: (path: string) => Promise<void>
  /** Opens the popup over a page of the site. */
  readonly popupOn: (path: string) => Promise<Page>
  readonly close: () => Promise<void>
}

/** Starts it over these pages, by path, beside the dark ones. */
export async function startScans(
  browser: BrowserName,
  pages: Readonly<Record<string, string>>,
  options: LaunchOptions,
): Promise<ScanBed> {
  const host = await startAnyHost(({ pathname }) => ({
    body: { ...darkPages, ...pages }[pathname] ?? '',
  }))
  const proxied = { proxyPort: host.proxyPort, ...options }
  const app = await orCleanUp(() => launch(browser, proxied), host.close)
  const close = async () => {
    await app.close()
    await host.close()
  }
  return orCleanUp(async () => {
    await app.createVault('quiet lantern orbit velvet')
    const page = await app.openTab(`${site}/`)
    const show = async (path: string) => {
      await page.bringToFront()
      await page.goto(site + path)
    }
    const popupOn = async (path: string) => {
      await show(path)
      return await app.openPopup(page)
    }
    return { app, page, show, popupOn, close }
  }, close)
}

/** A frame in shares of a picture: left, top, right, bottom. */
export type Corners = readonly [left: number, top: number, right: number, bottom: number]

/** From the popup, which found nothing, to the tab in which a frame is drawn. */
export async function openDrawing({ app, page }: ScanBed, popup: Page): Promise<Page> {
  await popup.click(mine('mark-code'))
  let tab = page
  await until('the tab to draw in', async () => {
    for (const each of await app.tabs()) if ((await each.url()).endsWith('#/add/draw')) tab = each
    return tab !== page
  })
  await tab.waitFor(mine('draw-surface'))
  return tab
}

/** Draws a frame, from its last corner to its first, and has it read. */
export async function readFrame(tab: Page, corners: Corners): Promise<void> {
  await tab.evaluate(
    (surface, [left, top, right, bottom]) => {
      const element = document.querySelector(surface)
      const at = element?.getBoundingClientRect() ?? new DOMRect()
      const send = (type: string, x: number, y: number) => {
        const [clientX, clientY] = [at.left + x * at.width, at.top + y * at.height]
        const how = { bubbles: true, cancelable: true, pointerId: 1, clientX, clientY }
        element?.dispatchEvent(new PointerEvent(type, how))
      }
      send('pointerdown', right, bottom)
      send('pointermove', left, top)
      send('pointerup', left, top)
    },
    mine('draw-surface'),
    corners,
  )
  await tab.press('Enter')
}

/** The popup over this page finds this account. */
export async function expectFound(bed: ScanBed, path: string, label: string): Promise<void> {
  const popup = await bed.popupOn(path)
  await popup.waitFor(mine('found-account'))
  expect(await popup.text(mine('found-account'))).toContain(label)
  await popup.close()
}

/** The dark pages are read as they are, and the one that tells nothing in the frame that is drawn. */
export async function expectDarkPagesRead(bed: ScanBed): Promise<void> {
  await expectFound(bed, '/closed', 'bare')
  await expectFound(bed, '/framed', 'inner')
  const popup = await bed.popupOn('/drawn')
  await popup.waitForText('No set-up code in view')
  const [width = 1, height = 1] = await bed.page.evaluate(() => [innerWidth, innerHeight])
  const [from, to] = [bare.from - 4, bare.from + bare.side + 4]
  const tab = await openDrawing(bed, popup)
  await readFrame(tab, [from / width, from / height, to / width, to / height])
  await tab.waitFor(mine('review-new'))
  // Rows are painted a moment after they are there.
  await expect.poll(() => tab.text(mine('review-new'))).toContain('drawn')
  await tab.close()
}
