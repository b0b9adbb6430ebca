import browser from 'webextension-polyfill'

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

/** Takes the mark of one tab away. */
export async function clearBadge(tabId: number): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: '' }),
    browser.action.setTitle({ tabId, title: usualTitle() }),
  ]).catch(ignoreClosedTab)
}

function usualTitle(): string {
  return browser.runtime.getManifest().action?.default_title ?? ''
}

// A tab may close while we work on it; there is nothing left to mark then.
function ignoreClosedTab(): void {}
