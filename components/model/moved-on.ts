import type { ActiveTab } from '@/utils/platform/active-tab'

/** The tab around a look at its picture. */
export interface LookedAt {
  /** The origin of the page the user opened us on; null where the browser did not tell. */
  readonly openedOn: string | null
  readonly before: ActiveTab | null
  readonly after: ActiveTab | null
  /** The browser let us have no picture. */
  readonly offLimits: boolean
}

/**
 * Whether the picture may show another page than the one the user opened us on. With its site, a
 * page leaves the leave to look at it: then the browser hides its address or refuses the picture.
 */
export function movedOn({ openedOn, before, after, offLimits }: LookedAt): boolean {
  const [from, to] = [addressOrigin(before), addressOrigin(after)]
  if (before?.tabId !== after?.tabId || from !== to) return true
  if (after === null) return false
  // Firefox tells the address of every page that it opens us on.
  if (openedOn === null) return Boolean(import.meta.env.FIREFOX) && after.url === null
  if (to === null) return true
  return offLimits && webOrigin(after) !== null && to !== openedOn
}

/** The origin of an ordinary page, also of one that no code may go to; null for every other. */
export function webOrigin(tab: ActiveTab | null): string | null {
  const origin = addressOrigin(tab)
  return origin !== null && /^https?:/.test(origin) ? origin : null
}

function addressOrigin(tab: ActiveTab | null): string | null {
  const url = tab?.url ?? null
  return url === null || !URL.canParse(url) ? null : new URL(url).origin
}
