import browser from 'webextension-polyfill'
import { ownBadge } from './own-badge'

/** What the toolbar button says about one tab. */
export interface Badge {
  /** One to four characters over the icon. */
  readonly text: string
  /** The sentence shown on hovering the button. */
  readonly title: string
  /** CSS colour of the badge. */
  readonly color: string
}

/** Marks the toolbar button for one tab, until it navigates or the badge is cleared. */
export async function showBadge(tabId: number, badge: Badge): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: badge.text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: badge.color }),
    browser.action.setTitle({ tabId, title: badge.title }),
  ]).catch(ignoreClosedTab)
}

/** Takes the mark of one tab away: it has what all tabs have. */
export async function clearBadge(tabId: number): Promise<void> {
  // Chromium forgets no tab's title; it can only be given another. Asked first: while it waited, a
  // refusal of the other call would go unheard.
  const title = await browser.action.getTitle({})
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: null }),
    browser.action.setTitle({ tabId, title }),
  ]).catch(ignoreClosedTab)
}

/** Takes the mark of one tab away if it has this text over the icon. */
export async function clearBadgeOf(tabId: number, text: string): Promise<void> {
  if ((await ownBadge(tabId).catch(ignoreClosedTab)) === text) await clearBadge(tabId)
}

/**
 * Marks the toolbar button for all tabs that have no mark of their own; null takes it away. Tabs
 * that were cleared keep the title they got: clear them again.
 */
export async function showDefaultBadge(badge: Badge | null): Promise<void> {
  if (badge !== null) await browser.action.setBadgeBackgroundColor({ color: badge.color })
  await browser.action.setBadgeText({ text: badge?.text ?? '' })
  await browser.action.setTitle({ title: badge?.title ?? usualTitle() })
}

function usualTitle(): string {
  return browser.runtime.getManifest().action?.default_title ?? ''
}

// A tab may close while we work on it; there is nothing left to mark then.
function ignoreClosedTab(): void {}
