import { useEffect, useState } from 'preact/hooks'
import { useServices } from './services'

/**
 * Whether the page in front wants a code of an authenticator, as set-up pages do; null while that
 * is not known. Asked only where it is `wanted`.
 */
export function useSettingUp(wanted: boolean): boolean | null {
  const { site, look } = useServices()
  const [asks, setAsks] = useState<boolean | null>(null)
  const page = site.page.value
  const tabId = page?.origin ? page.tabId : null
  useEffect(() => {
    if (!wanted || tabId === null) return
    look(tabId, true).then(
      ({ kind }) => setAsks(kind === 'authenticator' || kind === 'unknown'),
      () => setAsks(false),
    )
  }, [wanted, tabId, look])
  return wanted && tabId !== null ? asks : false
}
