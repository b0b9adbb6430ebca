import { useEffect } from 'preact/hooks'
import { HomeScreen } from './HomeScreen'
import { lazy } from './lazy'
import { useServices } from './services'

const AddScreen = lazy(async () => (await import('./AddScreen')).AddScreen)
const ReviewScreen = lazy(async () => (await import('./ReviewScreen')).ReviewScreen)
const EditScreen = lazy(async () => (await import('./EditScreen')).EditScreen)

/** The unlocked popup: the screen that was gone to, or left by an earlier popup. */
export function OpenedScreen() {
  const services = useServices()
  const { state } = services
  useEffect(() => void state.restore(), [state])
  useEffect(() => {
    const heard = import('./hear-paste').then(({ hearPaste }) => hearPaste(services))
    return () => void heard.then((stop) => stop())
  }, [services])
  switch (state.screen.value.name) {
    case 'home':
      return <HomeScreen />
    case 'add':
      return <AddScreen />
    case 'review':
      return <ReviewScreen />
    case 'edit':
      return <EditScreen />
  }
}
