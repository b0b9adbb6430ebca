import browser from 'webextension-polyfill'

/**
 * Opens the manage page at a route ("", "import", "accounts/ID", written after "#/"), in the tab
 * where it is open already, if it is.
 */
export async function openManage(route = ''): Promise<void> {
  const page = browser.runtime.getURL('/manage.html')
  const url = `${page}#/${route}`
  const tabId = await openTab(page)
  if (tabId === null) {
    await browser.tabs.create({ url })
    return
  }
  const tab = await browser.tabs.update(tabId, { active: true, url })
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true })
}

async function openTab(page: string): Promise<number | null> {
  // Not tabs.query: without the permission "tabs" it does not tell addresses.
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] })
  const open = contexts.find((context) => context.documentUrl?.split(/[?#]/)[0] === page)
  return open?.tabId ?? null
}
