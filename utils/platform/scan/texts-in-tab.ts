import browser from 'webextension-polyfill'
import { pageAnswer } from '../page-answer'
import { type PageTexts, readTextsInPage } from './texts-in-page'

/** Milliseconds. A page that is busy for longer is scanned without its help. */
const patienceMs = 500

/**
 * What the page of a tab says of setting an account up; null where we may not ask, or it does not
 * answer in time. Needs the click on the button (activeTab).
 */
export async function textsInTab(tabId: number): Promise<PageTexts | null> {
  try {
    const script = { target: { tabId }, func: readTextsInPage }
    const [answer] = await pageAnswer(browser.scripting.executeScript(script), patienceMs)
    const told: unknown = answer?.result
    return isTexts(told) ? told : null
  } catch {
    return null
  }
}

function isTexts(told: unknown): told is PageTexts {
  if (typeof told !== 'object' || told === null) return false
  if (!('links' in told && 'about' in told && 'passages' in told)) return false
  return Array.isArray(told.links) && Array.isArray(told.passages) && typeof told.about === 'string'
}
