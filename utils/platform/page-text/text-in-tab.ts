import browser from 'webextension-polyfill'
import type { PageText } from '@/utils/recovery/find-codes'
import { pageAnswer } from '../page-answer'
import { readTextInPage } from './text-in-page'

/** Milliseconds. A page that is busy for longer is not waited for. */
const patienceMs = 1_000

/**
 * What the page of a tab says; null where we may not ask, or it does not answer in time. Needs the
 * click on the button (activeTab).
 */
export async function textInTab(tabId: number): Promise<PageText | null> {
  const script = { target: { tabId }, func: readTextInPage }
  const answers = await pageAnswer(browser.scripting.executeScript(script), patienceMs).catch(
    () => [],
  )
  const answer: unknown = answers[0]?.result
  if (typeof answer !== 'object' || answer === null) return null
  if (!('title' in answer && 'text' in answer)) return null
  const { title, text } = answer
  return typeof title === 'string' && typeof text === 'string' ? { title, text } : null
}

/**
 * What is selected in a frame of a tab, line by line; null where we may not ask or nothing is.
 * Needs the click in the context menu (activeTab).
 */
export async function selectionInTab(tabId: number, frameId: number): Promise<string | null> {
  const target = { tabId, frameIds: [frameId] }
  const script = { target, func: () => getSelection()?.toString().slice(0, 50_000) ?? null }
  const answers = await pageAnswer(browser.scripting.executeScript(script), patienceMs).catch(
    () => [],
  )
  const text = answers[0]?.result
  return typeof text === 'string' && text.trim() !== '' ? text : null
}
