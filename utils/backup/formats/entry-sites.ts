import { originOfAddress, parseOrigin } from '@/utils/sites/origin'
import type { Site } from '@/utils/vault/document'

/** The sites of an entry, and what stands among them that no code may ever go to. */
export interface EntrySites {
  readonly sites: readonly Site[]
  readonly refused: readonly string[]
}

/** Checks the origins of `sites`, each spelled as browsers do. */
export function checkSites(sites: readonly Site[]): EntrySites {
  return {
    sites: sites.flatMap((site) => {
      const origin = parseOrigin(site.origin)
      return origin === null ? [] : [{ ...site, origin }]
    }),
    refused: sites.map(({ origin }) => origin).filter((origin) => parseOrigin(origin) === null),
  }
}

/** The sites that addresses of other writers name; they are filled when asked for. */
export function sitesOfDomains(domains: readonly string[]): EntrySites {
  return {
    sites: domains.flatMap((domain): Site[] => {
      const origin = originOfAddress(domain)
      return origin === null ? [] : [{ origin, match: 'origin', fill: 'request' }]
    }),
    refused: domains.filter((domain) => originOfAddress(domain) === null),
  }
}
