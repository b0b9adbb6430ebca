import { useEffect, useState } from 'preact/hooks'
import type { Related } from '@/components/model/nearby'
import { useServices } from './services'

/** The domain that both the page and the account's site belong to; null where there is none. */
export function useWholeDomain({ relation }: Related): string | null {
  const { siteFacts } = useServices()
  const [domain, setDomain] = useState<string | null>(null)
  const { kind, bound } = relation
  useEffect(() => {
    if (kind !== 'domain') return
    let wanted = true
    const find = async (): Promise<void> => {
      const { wideningsOf } = await siteFacts()
      const widening = wideningsOf(bound).find((each) => each.kind === 'domain')
      if (wanted) setDomain(widening?.domain ?? null)
    }
    // Without the facts there is nothing to widen, and the exact host can be added all the same.
    find().catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [siteFacts, kind, bound])
  return domain
}
