import { useEffect, useMemo, useState } from 'preact/hooks'
import { offeredSites, type SiteOffer } from '@/components/account/site-choice'
import type { Site } from '@/utils/vault/document'
import { useServices } from './services'

/** The hosts offered with an account, and choosing among them. */
export interface ChosenSites extends SiteOffer {
  readonly toggle: (origin: string, wanted: boolean) => void
  /** What they come to. */
  readonly sites: readonly Site[]
}

const none: readonly string[] = []

/**
 * The page in front and the login hosts known to go with it; where no code may go to the page, the
 * hosts of the issuer. Known ones arrive late: the table of them is fetched.
 */
export function useSiteOffer(page: string | null, issuer: string): ChosenSites {
  const { siteFacts } = useServices()
  const [others, setOthers] = useState(none)
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    let wanted = true
    // The page alone is offered where they cannot be fetched.
    const noFacts = (): void => undefined
    siteFacts().then(({ hostsFor, siteOf }) => {
      const known = page === null ? siteOf(issuer)?.origins : hostsFor(page)
      const hosts = known?.filter((origin) => origin !== page) ?? none
      // The same sites again must not be sealed again.
      if (wanted && hosts.length > 0) setOthers(hosts)
    }, noFacts)
    return () => {
      wanted = false
    }
  }, [siteFacts, page, issuer])
  const offer = { page, others, declined }
  const sites = useMemo(() => offeredSites(offer), [page, others, declined])
  const toggle = (origin: string, isWanted: boolean): void => {
    const rest = [...declined].filter((each) => each !== origin)
    setDeclined(new Set(isWanted ? rest : [...rest, origin]))
  }
  return { ...offer, sites, toggle }
}
