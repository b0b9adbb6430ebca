import { useEffect, useState } from 'preact/hooks'
import { useServices } from './services'

/** What is shown does not wait for it any longer: cards must not move under the pointer. */
const patienceMs = 400

/** The user name typed on this page before; undefined while it is not known. */
export function useUserName(): string | null | undefined {
  const { site, userName } = useServices()
  const [name, setName] = useState<string | null>()
  const page = site.page.value
  useEffect(() => {
    if (page === null || page.origin === null) return
    const settle = (found: string | null) =>
      setName((known) => (known === undefined ? found : known))
    const timer = setTimeout(settle, patienceMs, null)
    userName(page.tabId, page.origin).then(settle, () => settle(null))
    return () => clearTimeout(timer)
  }, [page, userName])
  return name
}
