import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Spinner } from '@/components/ui/Spinner'
import { HomeScreen } from './HomeScreen'
import type { Screen } from './popup-state'
import { useServices } from './services'

/** Screens that are fetched when they are gone to: the first code must not wait for them. */
const loaders: Record<Exclude<Screen['name'], 'home'>, () => Promise<FunctionComponent>> = {
  add: async () => (await import('./AddScreen')).AddScreen,
  edit: async () => (await import('./EditScreen')).EditScreen,
}

/** The unlocked popup: the screen that was gone to, or left by an earlier popup. */
export function OpenedScreen() {
  const { state } = useServices()
  const { name } = state.screen.value
  useEffect(() => void state.restore(), [state])
  return name === 'home' ? <HomeScreen /> : <Fetched key={name} load={loaders[name]} />
}

function Fetched({ load }: { readonly load: () => Promise<FunctionComponent> }) {
  const [fetched, setFetched] = useState<{ readonly Screen: FunctionComponent } | null>(null)
  useEffect(() => {
    void load().then((Screen) => setFetched({ Screen }))
  }, [load])
  if (fetched === null) return <Spinner label={t('popup_loading')} />
  return <fetched.Screen />
}
