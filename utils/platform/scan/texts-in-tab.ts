import { toldByPage } from '../told-by-page'
import { type PageTexts, readTextsInPage } from './texts-in-page'

/** What the page of a tab says of setting an account up; null as `toldByPage` says. */
export function textsInTab(tabId: number): Promise<PageTexts | null> {
  return toldByPage({ target: { tabId }, func: readTextsInPage }, isTexts)
}

function isTexts(told: unknown): told is PageTexts {
  if (typeof told !== 'object' || told === null) return false
  if (!('links' in told && 'about' in told && 'passages' in told)) return false
  return Array.isArray(told.links) && Array.isArray(told.passages) && typeof told.about === 'string'
}
