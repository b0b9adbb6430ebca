import { type CDPSession, chromium, type Page as PlaywrightPage } from 'playwright-core'
import { unwrapPage, wrapPage } from './chromium-page'
import type { RunningChromium } from './chromium-start'
import type { Page } from './types'
import { waitUntil } from './waiting'

/** The real popup, and Playwright's page of it. */
export interface OpenedPopup {
  readonly page: Page
  readonly inner: PlaywrightPage
}

/** Clicks the toolbar button over a tab, which grants activeTab, and hands out the real popup. */
export function openChromiumPopup(running: RunningChromium, over: Page): Promise<OpenedPopup> {
  return chromiumPopupAfter(running, async () => {
    await over.bringToFront()
    await pressToolbarButton(running, unwrapPage(over))
  })
}

/**
 * Hands out the popup that opens after `act`. Playwright's first connection does not see popups; one
 * made after it opened does.
 */
export async function chromiumPopupAfter(
  running: RunningChromium,
  act: () => Promise<void>,
): Promise<OpenedPopup> {
  const { cdp, debuggingUrl } = running
  const before = new Set(await extensionPages(running))
  await act()
  const opened = await waitUntil('the popup to open', async () =>
    (await extensionPages(running)).find((targetId) => !before.has(targetId)),
  )
  const second = await chromium.connectOverCDP(debuggingUrl)
  const inner = await waitUntil('the popup as a page', async () => {
    for (const page of second.contexts()[0]?.pages() ?? []) {
      if ((await targetIdOf(page)) === opened) return page
    }
    return null
  })
  inner.once('close', () => {
    second.close().catch(() => undefined)
    cdp.send('Target.closeTarget', { targetId: opened }).catch(() => undefined)
  })
  return { page: wrapPage(inner), inner }
}

async function extensionPages({ cdp, extensionId }: RunningChromium): Promise<string[]> {
  const { targetInfos } = await cdp.send('Target.getTargets')
  return targetInfos
    .filter(
      ({ type, url }) => type === 'page' && url.startsWith(`chrome-extension://${extensionId}/`),
    )
    .map(({ targetId }) => targetId)
}

async function targetIdOf(page: PlaywrightPage): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { targetInfo } = await session.send('Target.getTargetInfo')
  await session.detach()
  return targetInfo.targetId
}

/** The button belongs to the tab, which is another target than the page in it. */
async function pressToolbarButton(running: RunningChromium, page: PlaywrightPage): Promise<void> {
  const tab = await waitUntil('the tab to be in front', async () => {
    const answer = await running.cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] })
    const tabs = answer.targetInfos as (TabTarget & { url: string })[]
    return tabs.find(({ url, embedderData }) => embedderData?.tabActive && url === page.url())
  })
  const send = running.cdp.send as unknown as TriggerAction
  await send.call(running.cdp, 'Extensions.triggerAction', {
    id: running.extensionId,
    targetId: tab.targetId,
  })
}

/** What the protocol's types do not know yet. */
interface TabTarget {
  readonly targetId: string
  readonly embedderData?: { readonly tabActive?: boolean }
}
type TriggerAction = (
  this: CDPSession,
  method: 'Extensions.triggerAction',
  params: { id: string; targetId: string },
) => Promise<void>
