import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { errorText, t } from '@/components/i18n'
import { Notice } from '@/components/ui/Notice'
import { Spinner } from '@/components/ui/Spinner'

/**
 * A component that is fetched when it is first shown: the first code must not wait for what
 * stands beside it. What cannot be fetched (the extension was updated meanwhile) says so.
 */
export function lazy<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
): FunctionComponent<P> {
  let fetched: FunctionComponent<P> | null = null
  return function Lazy(props: P) {
    const [, setArrived] = useState(fetched !== null)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      if (fetched !== null) return
      load().then(
        (component) => {
          fetched = component
          setArrived(true)
        },
        () => setFailed(true),
      )
    }, [])
    const Shown = fetched
    if (failed) return <Notice tone="error">{errorText('unexpected')}</Notice>
    return Shown === null ? <Spinner label={t('popup_loading')} /> : <Shown {...props} />
  }
}
