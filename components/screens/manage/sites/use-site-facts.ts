import { useEffect, useState } from 'preact/hooks'
import type { SiteFacts } from '@/components/model/site-facts'
import { useServices } from '../services'

/** What is known of sites; null until it is there, or where it is not `wanted`. */
export function useSiteFacts(wanted = true): SiteFacts | null {
  const { siteFacts } = useServices()
  const [facts, setFacts] = useState<SiteFacts | null>(null)
  useEffect(() => {
    if (!wanted) return
    let isThere = true
    // Without them the screen shows what it can.
    siteFacts().then(
      (loaded) => isThere && setFacts(loaded),
      () => undefined,
    )
    return () => {
      isThere = false
    }
  }, [siteFacts, wanted])
  return facts
}
