import { useLayoutEffect } from 'preact/hooks'
import { errorText, t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { Spinner } from '@/components/ui/Spinner'
import { ToastRegion } from '@/components/ui/ToastRegion'
import { clearToasts } from '@/components/ui/toasts'
import { lazy } from './lazy'
import { OpenedScreen } from './OpenedScreen'
import styles from './PopupApp.module.css'
import { PopupHeader } from './PopupHeader'
import { useServices } from './services'

const UnlockScreen = lazy(async () => (await import('./UnlockScreen')).UnlockScreen)
const WelcomeScreen = lazy(async () => (await import('./WelcomeScreen')).WelcomeScreen)

/** The popup: first run, unlock, or the accounts, under one header. */
export function PopupApp() {
  return (
    <div class={styles.popup}>
      <PopupHeader />
      <Body />
      <ToastRegion />
    </div>
  )
}

function Body() {
  const { model, state } = useServices()
  const status = model.status.value
  const isLocked = status === 'locked'
  useLayoutEffect(() => {
    if (!isLocked) return
    clearToasts()
    state.forget()
  }, [isLocked, state])
  switch (status) {
    case 'loading':
      return (
        <main class={styles.middle}>
          <Spinner label={t('popup_loading')} />
        </main>
      )
    case 'error':
      return <Failed />
    case 'none':
      return <WelcomeScreen />
    case 'locked':
      return <UnlockScreen />
    case 'unlocked':
      return <OpenedScreen />
  }
}

function Failed() {
  const { model } = useServices()
  return (
    <main class={styles.middle}>
      <Notice
        tone="error"
        title={t('popup_failed')}
        actions={<Button onClick={() => void model.open()}>{t('try_again')}</Button>}
      >
        {errorText(model.error.value ?? 'unexpected')}
      </Notice>
    </main>
  )
}
