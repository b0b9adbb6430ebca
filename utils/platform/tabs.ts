import browser from 'webextension-polyfill'
import type { ContentCommand, ContentReply } from '@/utils/messages/contract'
import { pageAnswer } from './page-answer'

/** The ids of the front tabs of all windows. */
export async function activeTabs(): Promise<number[]> {
  return idsOf(await browser.tabs.query({ active: true }))
}

/** The ids of all tabs. */
export async function allTabs(): Promise<number[]> {
  return idsOf(await browser.tabs.query({}))
}

/**
 * The ids of the open tabs that `pattern` matches, which must be granted. Without those that the
 * browser has put to sleep: they load anew when somebody looks at them.
 */
export async function tabsOf(pattern: string): Promise<number[]> {
  return idsOf(await browser.tabs.query({ url: pattern, discarded: false }))
}

/**
 * Tells `shows` each address that a tab shows from now on for `forMs`; null for one that we may
 * not see. No longer than the background runs: it is not woken for this.
 */
export function watchTab(tabId: number, forMs: number, shows: (url: string | null) => void): void {
  const { onUpdated } = browser.tabs
  const heard: Parameters<typeof onUpdated.addListener>[0] = (id, { url, status }, tab) => {
    if (id === tabId && (url !== undefined || status === 'loading')) shows(url ?? tab.url ?? null)
  }
  onUpdated.addListener(heard)
  setTimeout(() => onUpdated.removeListener(heard), forMs)
}

/** Whether the tab's page is still coming; false if the tab is gone. */
export async function isLoading(tabId: number): Promise<boolean> {
  return (await tabOf(tabId))?.status === 'loading'
}

/** Resolves when the tab's page has come whole, and after about `waitMs` at the latest. */
export async function untilLoaded(tabId: number, waitMs: number): Promise<void> {
  const pauseMs = 100
  for (let waited = 0; waited < waitMs && (await isLoading(tabId)); waited += pauseMs) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

/** Whether the tab is the front one of its window; false if it is gone. */
export async function isFrontTab(tabId: number): Promise<boolean> {
  return (await tabOf(tabId))?.active ?? false
}

/**
 * Sends a command to one document of a tab and to no other, and returns what our content scripts
 * answer; null if the document is gone or has no content script of ours. Throws `page-silent`.
 */
export async function sendToDocument(
  tabId: number,
  documentId: string,
  command: ContentCommand,
): Promise<ContentReply | null> {
  return await pageAnswer(send(tabId, command, documentId))
}

async function send(
  tabId: number,
  command: ContentCommand,
  documentId: string,
): Promise<ContentReply | null> {
  try {
    const reply: unknown = await browser.tabs.sendMessage(tabId, command, { documentId })
    return isContentReply(reply) ? reply : null
  } catch {
    return null
  }
}

// What a description holds is judged where it is kept.
function isContentReply(reply: unknown): reply is ContentReply {
  if (typeof reply !== 'object' || reply === null) return false
  if ('filled' in reply && typeof reply.filled !== 'boolean') return false
  return 'pointed' in reply && typeof reply.pointed === 'object'
}

function tabOf(tabId: number) {
  return browser.tabs.get(tabId).catch(() => null)
}

function idsOf(tabs: readonly { readonly id?: number | undefined }[]): number[] {
  return tabs.map((tab) => tab.id).filter((id) => id !== undefined)
}
