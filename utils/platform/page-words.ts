import browser from 'webextension-polyfill'
import { pageAnswer } from './page-answer'

/** What one document of a tab shows now. */
export interface ShownWords {
  /** Whether it has come whole. */
  readonly isWhole: boolean
  /** All that a person reads there, or the first part of much. */
  readonly text: string
  /** What it wants read out at once. */
  readonly alerts: string
}

/**
 * Reads what a document shows, from our isolated world: the page does not notice, and nothing is
 * kept. Null where we may not look, or the document is gone. Throws `page-silent`.
 */
export async function wordsOf(tabId: number, documentId: string): Promise<ShownWords | null> {
  const script = { target: { tabId, documentIds: [documentId] }, func: readWords }
  const injections = await pageAnswer(browser.scripting.executeScript(script).catch(() => []))
  const result: unknown = injections[0]?.result
  if (!Array.isArray(result)) return null
  const [isWhole, text, alerts]: unknown[] = result
  if (typeof isWhole !== 'boolean' || typeof text !== 'string') return null
  return { isWhole, text, alerts: typeof alerts === 'string' ? alerts : '' }
}

/** Runs in the page: it sees nothing of this file. */
function readWords(): [boolean, string, string] {
  const mostCharacters = 20_000
  // What is not drawn would be told in full.
  const shown = (element: HTMLElement): string => {
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden inside is not shown
    return element.checkVisibility() ? element.innerText.slice(0, mostCharacters) : ''
  }
  const alerts = document.querySelectorAll<HTMLElement>('[role=alert], [aria-live=assertive]')
  return [
    document.readyState === 'complete',
    document.body === null ? '' : shown(document.body),
    [...alerts].slice(0, 20).map(shown).join('\n').slice(0, mostCharacters),
  ]
}
