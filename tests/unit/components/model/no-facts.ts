import type { SiteFacts } from '@/components/model/site-facts'

/** Nothing is known of any site. */
export const noFacts: SiteFacts = {
  hostsFor: () => [],
  siteOf: () => null,
  appendsCode: () => false,
  sharesLogin: () => false,
  lookAlikeOf: () => null,
  relationTo: () => null,
  wideningsOf: () => [],
  registrableDomain: () => null,
}
