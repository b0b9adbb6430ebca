import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { errorText, t } from '@/components/i18n'
import { Notice } from '@/components/ui/Notice'
import { Spinner } from '@/components/ui/Spinner'

/** A component that may be fetched before it is shown. */
type Fetched<P> = FunctionComponent<P> & { readonly fetch: () => Promise<void> }

/**
 * A component that is fetched when it is first shown: the first code must not wait for what
 * stands beside it. What cannot be fetched (the extension was updated meanwhile) says so.
 * `early`: fetched right away, while the vault is opened; most often it is there when it is shown.
 * `quiet`: nothing stands there until it comes, for what mostly has nothing to show.
 */
export function lazy<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
  { early = false, quiet = false }: { readonly early?: boolean; readonly quiet?: boolean } = {},
): Fetched<P> {
  let fetched: FunctionComponent<P> | null = null
  const fetchIt = async (): Promise<void> => {
    fetched ??= await load()
  }
  // What fails is tried again, and told, where it is shown.
  if (early) fetchIt().catch(() => undefined)
  const Lazy = (props: P) => {
    const [, setArrived] = useState(fetched !== null)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      // Also what came between the first drawing and now: nothing else would draw it.
      fetchIt().then(
        () => setArrived(true),
        () => setFailed(true),
      )
    }, [])
    const Shown = fetched
    if (failed) return <Notice tone="error">{errorText('unexpected')}</Notice>
    if (Shown === null && quiet) return null
    return Shown === null ? <Spinner label={t('popup_loading')} /> : <Shown {...props} />
  }
  return Object.assign(Lazy, { fetch: fetchIt })
}
