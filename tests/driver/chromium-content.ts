import type { BrowserContext, Page as PlaywrightPage } from 'playwright-core'

/**
 * Reports requests that content scripts of the extension send. Chromium sends them in the name of
 * the page, so its log of the network does not tell; which script asked, the debugger does.
 */
export async function reportContentRequests(
  context: BrowserContext,
  origin: string,
  report: (url: string) => void,
): Promise<void> {
  const watch = (page: PlaywrightPage) => watchPage(context, page, origin, report)
  // A page that is gone at once sends nothing more.
  context.on('page', (page) => void watch(page).catch(() => undefined))
  await Promise.all(context.pages().map(watch))
}

async function watchPage(
  context: BrowserContext,
  page: PlaywrightPage,
  origin: string,
  report: (url: string) => void,
): Promise<void> {
  const session = await context.newCDPSession(page)
  session.on('Network.requestWillBeSent', ({ documentURL, request, initiator }) => {
    // The extension's own pages are in the log of the network.
    const isOurs = documentURL.startsWith(origin) || request.url.startsWith(origin)
    if (!isOurs && /^(https?|wss?):/.test(request.url) && isFrom(initiator.stack, origin)) {
      report(request.url)
    }
  })
  await session.send('Network.enable')
}

interface Stack {
  readonly callFrames: readonly { readonly url: string }[]
  readonly parent?: Stack
}

function isFrom(stack: Stack | undefined, origin: string): boolean {
  if (stack === undefined) return false
  return stack.callFrames.some(({ url }) => url.startsWith(origin)) || isFrom(stack.parent, origin)
}
