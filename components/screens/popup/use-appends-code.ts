import { useEffect, useState } from 'preact/hooks'
import { useServices } from './services'

/** Whether the page in front wants the code right behind the password; false until it is known. */
export function useAppendsCode(): boolean {
  const { site, siteFacts } = useServices()
  const origin = site.page.value?.origin ?? null
  const [appends, setAppends] = useState(false)
  useEffect(() => {
    if (origin === null) return
    let wanted = true
    // Not knowing it is no reason to say anything.
    siteFacts().then(
      ({ appendsCode }) => wanted && setAppends(appendsCode(origin)),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [siteFacts, origin])
  return appends
}
