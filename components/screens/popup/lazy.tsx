import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Spinner } from '@/components/ui/Spinner'

/**
 * A component that is fetched when it is first shown: the first code must not wait for what
 * stands beside it.
 */
export function lazy<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
): FunctionComponent<P> {
  let fetched: FunctionComponent<P> | null = null
  return function Lazy(props: P) {
    const [, setArrived] = useState(fetched !== null)
    useEffect(() => {
      if (fetched !== null) return
      void load().then((component) => {
        fetched = component
        setArrived(true)
      })
    }, [])
    const Shown = fetched
    return Shown === null ? <Spinner label={t('popup_loading')} /> : <Shown {...props} />
  }
}
