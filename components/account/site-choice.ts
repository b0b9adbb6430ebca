import type { Site } from '@/utils/vault/document'

/** Exactly this host, its codes filled when the page asks. */
export function arrivalSite(origin: string): Site {
  return { origin, match: 'origin', fill: 'arrival' }
}

/** The origins that the browser has to be asked for: those filled without a click. */
export function filledOnArrival(sites: readonly Site[]): string[] {
  return sites.filter(({ fill }) => fill === 'arrival').map(({ origin }) => origin)
}

/** Hosts offered to be bound, and which of them the user wants. */
export interface SiteOffer {
  /** The page in front, which is bound in any case; null if no code may go there. */
  readonly page: string | null
  /** Login hosts that are known to go with it. */
  readonly others: readonly string[]
  /** Those that the user does not want filled. */
  readonly declined: ReadonlySet<string>
}

/** What an offer comes to: the page in any case, others only if they are wanted. */
export function offeredSites({ page, others, declined }: SiteOffer): Site[] {
  const bound = page === null ? [] : [pageSite(page, !declined.has(page))]
  return [...bound, ...others.filter((origin) => !declined.has(origin)).map(arrivalSite)]
}

function pageSite(origin: string, fillOnArrival: boolean): Site {
  return { origin, match: 'origin', fill: fillOnArrival ? 'arrival' : 'request' }
}
