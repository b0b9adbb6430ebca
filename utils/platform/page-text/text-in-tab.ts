import type { PageText } from '@/utils/recovery/find-codes'
import { toldByPage } from '../told-by-page'
import { readTextInPage } from './text-in-page'

/** Milliseconds. A page that is busy for longer is not waited for. */
const patienceMs = 1_000

/**
 * What the page of a tab says; null where we may not ask, or it does not answer in time. Needs the
 * click on the button (activeTab).
 */
export async function textInTab(tabId: number): Promise<PageText | null> {
  const script = { target: { tabId }, func: readTextInPage }
  const told = await toldByPage(script, isPageText, patienceMs)
  return told && { title: told.title, text: told.text }
}

/**
 * What is selected in a frame of a tab, line by line; null where we may not ask or nothing is.
 * Needs the click in the context menu (activeTab).
 */
export function selectionInTab(tabId: number, frameId: number): Promise<string | null> {
  const target = { tabId, frameIds: [frameId] }
  const script = { target, func: () => getSelection()?.toString().slice(0, 50_000) ?? null }
  return toldByPage(script, isSaid, patienceMs)
}

function isPageText(told: unknown): told is PageText {
  if (typeof told !== 'object' || told === null || !('title' in told && 'text' in told))
    return false
  return typeof told.title === 'string' && typeof told.text === 'string'
}

function isSaid(told: unknown): told is string {
  return typeof told === 'string' && told.trim() !== ''
}
