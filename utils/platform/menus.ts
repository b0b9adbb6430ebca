import browser, { type Menus } from 'webextension-polyfill'

/** An entry of the context menu of web pages. */
export interface MenuEntry {
  readonly id: string
  readonly title: string
  /** What it is an entry for. */
  readonly on: 'editable' | 'image' | 'selection'
  /** Match patterns of the pages that have it; all pages if left out. */
  readonly pages?: readonly string[]
}

/** A click on an entry. */
export interface MenuClick {
  readonly tabId: number
  /** The frame that was clicked into; 0 for the top one. */
  readonly frameId: number
  /** The address of the picture that was clicked on; null where it was none. */
  readonly picture: string | null
  /** The text that was selected; empty where none was. */
  readonly selection: string
}

/**
 * Puts these entries into the context menu, and no others. To be called at every start: browsers
 * forget entries, or keep them, each when it likes.
 */
export async function showMenus(entries: readonly MenuEntry[]): Promise<void> {
  await browser.contextMenus.removeAll()
  for (const { id, title, on, pages } of entries) {
    const where = pages === undefined ? {} : { documentUrlPatterns: [...pages] }
    const entry: Menus.CreateCreatePropertiesType = { id, title, contexts: [on], ...where }
    // Two starts at once: the entry is there already.
    browser.contextMenus.create(entry, () => void browser.runtime.lastError)
  }
}

/** Calls `listener` when the user clicks on the entry `id`. */
export function onMenu(id: string, listener: (click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId, ...told }, tab) => {
    if (menuItemId !== id || tab?.id === undefined) return
    listener({
      tabId: tab.id,
      frameId: frameId ?? 0,
      picture: told.srcUrl ?? null,
      selection: told.selectionText ?? '',
    })
  })
}
