import browser from 'webextension-polyfill'
import { pageAnswer } from '../page-answer'
import { findBoxesInPage, type PageBox } from './boxes-in-page'

/** Milliseconds. A page that is busy for longer is scanned without its help. */
const patienceMs = 500

/**
 * What may be a code on the page of a tab, by its own word; null where we may not ask, or it does
 * not answer in time. Needs the click on the button (activeTab).
 */
export async function boxesInTab(tabId: number): Promise<readonly PageBox[] | null> {
  try {
    const script = { target: { tabId }, func: findBoxesInPage }
    const [answer] = await pageAnswer(browser.scripting.executeScript(script), patienceMs)
    return Array.isArray(answer?.result) ? (answer.result as PageBox[]) : null
  } catch {
    return null
  }
}
