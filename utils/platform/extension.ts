import browser, { type Runtime, type Tabs } from 'webextension-polyfill'

/** What is no page that somebody sees. */
const hidden = ['BACKGROUND', 'OFFSCREEN_DOCUMENT']

/** How many pages of ours are open: tabs, popups, side panels. */
export async function openPages(): Promise<number> {
  const contexts = await browser.runtime.getContexts({})
  return contexts.filter(({ contextType }) => !hidden.includes(contextType)).length
}

/**
 * Ends every process of the extension and starts it anew: memory, storage.session and alarms are
 * gone, our open pages too.
 */
export function reloadExtension(): void {
  browser.runtime.reload()
}

/**
 * Calls `listener` when an update was fetched. That somebody listens makes the browser wait with
 * it, until `reloadExtension` or its own next start.
 */
export function onUpdateWaiting(listener: () => void): void {
  browser.runtime.onUpdateAvailable.addListener(() => listener())
}

/**
 * Calls `listener` when the user presses the shortcut of the manifest's command `name`, with the
 * tab in front; null where there is none.
 */
export function onCommand(name: string, listener: (tabId: number | null) => void): () => void {
  const heard = (command: string, tab?: Tabs.Tab) => {
    if (command === name) listener(tab?.id ?? null)
  }
  browser.commands.onCommand.addListener(heard)
  return () => browser.commands.onCommand.removeListener(heard)
}

/** Opens the popup, where the browser lets us. False where it does not. */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup()
    return true
  } catch {
    return false
  }
}

/** The name of the port by which a page says that it closes. */
const closing = 'closing'

/**
 * Tells the background that this page is closing, waking it. A port and not a message: Firefox
 * logs an error for a message that is not answered before its page is gone.
 */
export function sayClosing(): void {
  browser.runtime.connect({ name: closing })
}

/** Calls `listener` when one of our pages says that it closes. Returns how to stop. */
export function onPageClosing(listener: () => void): () => void {
  const heard = ({ name, sender }: Runtime.Port) => {
    if (name === closing && sender?.url?.startsWith(browser.runtime.getURL(''))) listener()
  }
  browser.runtime.onConnect.addListener(heard)
  return () => browser.runtime.onConnect.removeListener(heard)
}

/** The keys of the manifest's commands as they are set now; empty where there are none. */
export async function shortcuts(): Promise<{ readonly open: string; readonly lock: string }> {
  const commands = await browser.commands.getAll()
  const keysOf = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? ''
  return { open: keysOf('_execute_action'), lock: keysOf('lock') }
}
