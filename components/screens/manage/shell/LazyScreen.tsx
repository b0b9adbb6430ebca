import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { errorText } from '@/components/i18n'
import { Notice } from '@/components/ui/Notice'
import type { Route } from '../route'
import { screens } from './screens'

interface Loaded {
  readonly route: Route
  readonly Screen: FunctionComponent
}

/** Loads a screen when it is first wanted; until it is there the one before stays. */
export function LazyScreen({ route }: { readonly route: Route }) {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let wanted = true
    setFailed(false)
    screens[route]().then(
      (Screen) => wanted && setLoaded({ route, Screen }),
      () => wanted && setFailed(true),
    )
    return () => {
      wanted = false
    }
  }, [route])
  if (failed) return <Notice tone="error">{errorText('unexpected')}</Notice>
  return loaded && <loaded.Screen key={loaded.route} />
}
