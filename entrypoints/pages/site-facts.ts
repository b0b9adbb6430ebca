import type { SiteFacts } from '@/components/model/site-facts'
import { registrableDomain } from '@/utils/sites/domain'
import { loadKnownSites } from '@/utils/sites/known'
import { relationTo, wideningsOf } from '@/utils/sites/widening'

/** All that is known of sites. To be imported when it is wanted: it is large. */
export async function siteFacts(): Promise<SiteFacts> {
  const known = await loadKnownSites()
  const ports = { registrableDomain, known }
  return {
    ...known,
    registrableDomain,
    relationTo: (origin, bound) => relationTo(origin, bound, ports),
    wideningsOf: (origin) => wideningsOf(origin, ports),
  }
}
