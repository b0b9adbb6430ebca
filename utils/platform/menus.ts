import browser from 'webextension-polyfill'

/** A click on an entry of the context menu of a field. */
export interface MenuClick {
  readonly tabId: number
  /** The frame that the field is in; 0 for the top one. */
  readonly frameId: number
}

/**
 * Puts an entry into the context menu of fields on web pages. To be called at every start: browsers
 * forget entries, or keep them, each when it likes.
 */
export async function showFieldMenu(id: string, title: string): Promise<void> {
  await browser.contextMenus.removeAll()
  browser.contextMenus.create(
    {
      id,
      title,
      contexts: ['editable'],
      documentUrlPatterns: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    },
    // Two starts at once: the entry is there already.
    () => void browser.runtime.lastError,
  )
}

/** Calls `listener` when the user clicks on the entry `id`. */
export function onFieldMenu(id: string, listener: (click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId }, tab) => {
    if (menuItemId !== id || tab?.id === undefined) return
    listener({ tabId: tab.id, frameId: frameId ?? 0 })
  })
}
