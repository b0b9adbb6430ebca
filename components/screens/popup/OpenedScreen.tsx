import { useEffect } from 'preact/hooks'
import { HomeScreen } from './HomeScreen'
import { lazy } from './lazy'
import { useServices } from './services'
import { usePaste } from './use-paste'

const AddScreen = lazy(async () => (await import('./AddScreen')).AddScreen)
const ReviewScreen = lazy(async () => (await import('./ReviewScreen')).ReviewScreen)
const EditScreen = lazy(async () => (await import('./EditScreen')).EditScreen)

/** The unlocked popup: the screen that was gone to, or left by an earlier popup. */
export function OpenedScreen() {
  const { state } = useServices()
  useEffect(() => void state.restore(), [state])
  usePaste()
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
