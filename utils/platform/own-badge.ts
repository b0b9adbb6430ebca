import browser from 'webextension-polyfill'

/** What the toolbar button has over its icon for one tab alone; null where it has nothing of its own. */
export async function ownBadge(tabId: number): Promise<string | null> {
  const [own, usual] = await Promise.all([
    browser.action.getBadgeText({ tabId }),
    browser.action.getBadgeText({}),
  ])
  return own === usual ? null : own
}
