import { type App, type BrowserName, type LaunchOptions, launch, type Page } from '../driver'
import { orCleanUp } from '../driver/profile'
import { startAnyHost } from './any-host'

/** A site with pages to scan. */
const site = 'https://heron.example'

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

/** Starts it over these pages, by path. */
export async function startScans(
  browser: BrowserName,
  pages: Readonly<Record<string, string>>,
  options: LaunchOptions,
): Promise<ScanBed> {
  const host = await startAnyHost(({ pathname }) => ({ body: pages[pathname] ?? '' }))
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
