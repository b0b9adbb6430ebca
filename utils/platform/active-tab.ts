import browser from 'webextension-polyfill'
import { parseOrigin } from '@/utils/sites/origin'

/** The tab in front of the user. */
export interface ActiveTab {
  readonly tabId: number
  /** Null where the browser does not tell: no activeTab grant and no permission for the site. */
  readonly url: string | null
  /** The page's origin if codes may go there (https, or http on this machine), else null. */
  readonly origin: string | null
  /** For people: host and port, punycode as is. Null where there is none ("about:blank"). */
  readonly host: string | null
}

/** The front tab of the current window; null where there is none. */
export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined) return null
  const url = tab.url ?? null
  const known = url !== null && URL.canParse(url)
  return {
    tabId: tab.id,
    url,
    origin: known ? parseOrigin(url) : null,
    host: known ? new URL(url).host || null : null,
  }
}
