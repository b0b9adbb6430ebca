import { toldByPage } from '../told-by-page'
import { findBoxesInPage, type PageBox } from './boxes-in-page'

/** Milliseconds. Worth a wait: without it some codes are not read at all. */
const patienceMs = 1_500

/** What may be a code on the page of a tab, by its own word; null as `toldByPage` says. */
export function boxesInTab(tabId: number): Promise<readonly PageBox[] | null> {
  return toldByPage({ target: { tabId }, func: findBoxesInPage }, isBoxes, patienceMs)
}

function isBoxes(told: unknown): told is readonly PageBox[] {
  return Array.isArray(told)
}
