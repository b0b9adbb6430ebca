import type { FillsStore } from './fills-store'
import { placeOf } from './pages'
import { moveOn } from './prompts'

/** What following a tab needs from the outside. */
export interface FollowPorts {
  readonly fills: FillsStore
  /** Tells the addresses that a tab shows for so long; null for one we may not know. */
  readonly watchTab: (tabId: number, forMs: number, shows: (url: string | null) => void) => void
}

/** A return to the prompt is told from a refusal for so long: longer than steps usually are. */
const followedMs = 60_000

/**
 * Watches a tab that was filled on arrival for moving on ([Note: Refused once]). Only for a while
 * and only as long as the background runs anyway: what is missed makes a return look like a
 * refusal, which costs the user a click. So does a vault that was locked before the tab moved on.
 */
export function createFollow({ fills, watchTab }: FollowPorts): (tabId: number) => void {
  return (tabId) =>
    watchTab(tabId, followedMs, (url) => {
      const place = url === null ? null : placeOf(new URL(url).origin, url)
      const moved = fills.amend((all) => moveOn(all, tabId, place))
      moved.catch(() => {})
    })
}
