import { useEffect, useState } from 'preact/hooks'
import { useServices } from '../services'

/** The granted origins, kept up to date; null until they are known. */
export function useGranted(): readonly string[] | null {
  const { sites } = useServices()
  const [granted, setGranted] = useState<readonly string[] | null>(null)
  useEffect(() => {
    let wanted = true
    const look = () =>
      sites.list().then(
        (origins) => wanted && setGranted(origins),
        () => wanted && setGranted([]),
      )
    void look()
    const stop = sites.watch(() => void look())
    return () => {
      wanted = false
      stop()
    }
  }, [sites])
  return granted
}
