import { useEffect, useState } from 'preact/hooks'
import type { LoadSiteFacts, SiteFacts } from '@/components/model/site-facts'
import type { Site } from '@/utils/vault/document'

const none: readonly string[] = []

/** The login hosts that go with `sites` and are none of them; where there is none, the issuer's. */
export function useKnownHosts(
  issuer: string,
  sites: readonly Site[],
  siteFacts: LoadSiteFacts,
): readonly string[] {
  const [facts, setFacts] = useState<SiteFacts | null>(null)
  const isAsked = issuer.trim() !== '' || sites.length > 0
  useEffect(() => {
    if (!isAsked) return
    let wanted = true
    // Without them nothing is offered.
    siteFacts().then(
      (loaded) => wanted && setFacts(loaded),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [siteFacts, isAsked])
  if (facts === null) return none
  const known =
    sites.length === 0
      ? (facts.siteOf(issuer)?.origins ?? none)
      : sites.flatMap(({ origin }) => facts.hostsFor(origin))
  return [...new Set(known)].filter((origin) => sites.every((site) => site.origin !== origin))
}
