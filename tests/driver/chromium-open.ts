import type { Page as PlaywrightPage } from 'playwright-core'
import { wrapPage } from './chromium-page'
import type { RunningChromium } from './chromium-start'

/** How often it happened in the tests of this file, whichever browser they had. */
let died = 0

/**
 * Opens pages in tabs of their own. Chromium's own process under a page that is being opened dies
 * once in a great while, whatever the page: then it is opened once more, which is told with what the
 * browser says of it. A second time is no accident and fails, and so does having no memory left.
 */
export function createOpening({
  context,
  cdp,
}: RunningChromium): (url: string) => Promise<PlaywrightPage> {
  let reason = ''
  // Told as long as targets are discovered on this session: the worker's follower has that.
  cdp.on('Target.targetCrashed', ({ status, errorCode }) => {
    reason = `${status}, ${errorCode}`
  })
  return async function open(url) {
    reason = 'no word of why'
    const page = await context.newPage()
    try {
      await wrapPage(page).goto(url)
      return page
    } catch (error) {
      const isAccident = String(error).includes('Page crashed') && !reason.startsWith('oom')
      if (!isAccident || ++died > 1) throw error
      console.warn(`Chromium's process died while it opened ${url} (${reason}): opened once more`)
      await page.close()
      return await open(url)
    }
  }
}
