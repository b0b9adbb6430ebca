import browser, { type Scripting } from 'webextension-polyfill'
import { pageAnswer } from './page-answer'

/** Milliseconds. A page that is busy for longer is not waited for, unless told otherwise. */
const patienceMs = 500

/**
 * What a function of ours finds out in a document; null where we may not ask, where it does not
 * answer in time, and for an answer that is none (`isTold`): pages are taken at their word in
 * nothing else. Needs the click on the button (activeTab).
 */
export async function toldByPage<T>(
  script: Scripting.ScriptInjection,
  isTold: (told: unknown) => told is T,
  waitMs = patienceMs,
): Promise<T | null> {
  try {
    const [answer] = await pageAnswer(browser.scripting.executeScript(script), waitMs)
    const told: unknown = answer?.result
    return isTold(told) ? told : null
  } catch {
    return null
  }
}
