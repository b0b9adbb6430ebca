import { useEffect, useLayoutEffect } from 'preact/hooks'
import { errorText, t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { Spinner } from '@/components/ui/Spinner'
import { ToastRegion } from '@/components/ui/ToastRegion'
import { clearToasts } from '@/components/ui/toasts'
import styles from './ManageApp.module.css'
import { goTo, route } from './route'
import { useServices } from './services'
import { LazyScreen } from './shell/LazyScreen'
import { Shell } from './shell/Shell'
import { UnlockScreen } from './unlock/UnlockScreen'
import { WelcomeScreen } from './welcome/WelcomeScreen'

/** The manage page: first run, unlock, or the screen the address names. */
export function ManageApp() {
  return (
    <>
      <Body />
      <ToastRegion />
    </>
  )
}

function Body() {
  const { model } = useServices()
  const status = model.status.value
  const isNew = status === 'none'
  useEffect(() => {
    if (isNew) goTo('welcome', { replace: true })
  }, [isNew])
  const isLocked = status === 'locked'
  useLayoutEffect(() => {
    if (isLocked) clearToasts()
  }, [isLocked])
  switch (status) {
    case 'loading':
      return (
        <div class={styles.middle}>
          <Spinner label={t('manage_loading')} />
        </div>
      )
    case 'error':
      return <Failed />
    case 'none':
      return <WelcomeScreen />
    case 'locked':
      return <UnlockScreen />
    case 'unlocked':
      return (
        <Shell>
          <LazyScreen route={route.value} />
        </Shell>
      )
  }
}

function Failed() {
  const { model } = useServices()
  return (
    <div class={styles.middle}>
      <Notice
        tone="error"
        title={t('manage_failed_title')}
        actions={<Button onClick={() => void model.open()}>{t('try_again')}</Button>}
      >
        {errorText(model.error.value ?? 'unexpected')}
      </Notice>
    </div>
  )
}
