import { useEffect, useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { useServices } from '../services'
import styles from './LockShortcut.module.css'

/** The keys that open and lock, as the user has them now, and where to change them. */
export function LockShortcut() {
  const { shortcuts, userAgent } = useServices()
  const [keys, setKeys] = useState({ open: '', lock: '' })
  useEffect(() => {
    shortcuts().then(setKeys, () => undefined)
  }, [shortcuts])
  const none = t('manage_shortcut_none')
  return (
    <p class={styles.keys} data-testid="shortcuts">
      {t('manage_shortcuts', keys.open || none, keys.lock || none)}{' '}
      {userAgent.includes('Firefox/')
        ? t('manage_shortcuts_firefox')
        : t('manage_shortcuts_chromium')}
    </p>
  )
}
