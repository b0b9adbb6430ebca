import type { Page as PlaywrightPage } from 'playwright-core'
import { wrapPage } from './chromium-page'
import type { RunningChromium } from './chromium-start'

/**
 * Opens pages in tabs of their own. Chromium's own process under a page that is being opened dies
 * once in a great while, whatever the page: then it is opened once more, which is told with what the
 * browser says of it. A second one in the same browser is no accident and fails.
 */
export function createOpening({
  context,
  cdp,
}: RunningChromium): (url: string) => Promise<PlaywrightPage> {
  let died = 0
  let reason = 'no word of why'
  cdp.on('Target.targetCrashed', ({ status, errorCode }) => {
    reason = `${status}, ${errorCode}`
  })
  return async function open(url) {
    const page = await context.newPage()
    try {
      await wrapPage(page).goto(url)
      return page
    } catch (error) {
      if (!String(error).includes('Page crashed') || ++died > 1) throw error
      console.warn(`Chromium's process died while it opened ${url} (${reason}): opened once more`)
      await page.close()
      return await open(url)
    }
  }
}
