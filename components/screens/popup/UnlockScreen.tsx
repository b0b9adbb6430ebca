import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { SafeText } from '@/components/account/SafeText'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Mark } from '@/components/ui/Mark'
import { Notice } from '@/components/ui/Notice'
import { PasswordField } from '@/components/ui/PasswordField'
import { useWork } from '@/components/ui/use-work'
import { noteDamage } from '../note-damage'
import styles from './Gate.module.css'
import { useServices } from './services'

/** Asks for the master password, and says what unlocking would do for the page in front. */
export function UnlockScreen() {
  const { model, openManage } = useServices()
  const [password, setPassword] = useState('')
  const [isDamaged, setDamaged] = useState(false)
  const work = useWork()
  const form = useRef<HTMLFormElement>(null)
  const focusField = (): void => form.current?.querySelector('input')?.focus()
  useLayoutEffect(focusField, [])
  const unlock = async (event: Event): Promise<void> => {
    event.preventDefault()
    const opens = await work.run(() => noteDamage(model.unlock(password), setDamaged))
    if (!opens) focusField()
  }
  return (
    <main class={styles.gate}>
      <Mark size={4} />
      <Purpose />
      <form ref={form} class={styles.form} onSubmit={unlock}>
        <PasswordField
          label={t('popup_master_password')}
          data-testid="master-password"
          autocomplete="current-password"
          value={password}
          error={work.error}
          onValue={(value) => {
            setPassword(value)
            work.clearError()
          }}
        />
        <Button variant="primary" type="submit" wide busy={work.busy} data-testid="unlock">
          {t('popup_unlock')}
        </Button>
        <PasskeyWay />
        {isDamaged && (
          <Button wide onClick={() => openManage()}>
            {t('health_save_damaged')}
          </Button>
        )}
      </form>
    </main>
  )
}

/** Shown where there is a passkey: the popup cannot ask for it, a tab can. */
function PasskeyWay() {
  const { hasPasskey, openPasskey } = useServices()
  const [isThere, setIsThere] = useState(false)
  useEffect(() => {
    hasPasskey().then(setIsThere, () => undefined)
  }, [hasPasskey])
  return isThere ? (
    <Button icon="key" wide data-testid="unlock-passkey" onClick={openPasskey}>
      {t('unlock_passkey')}
    </Button>
  ) : null
}

/** Why to unlock now: a code that the page waits for, a set-up code in view, or the codes. */
function Purpose() {
  const { site } = useServices()
  const host = site.page.value?.host ?? ''
  const seen = site.found.value.some(({ kind }) => kind === 'account')
  if (site.waits.value) {
    return (
      <h1 class={styles.title} data-testid="unlock-purpose">
        {t('popup_unlock_to_fill')} <SafeText class={styles.host} text={host} />
      </h1>
    )
  }
  return (
    <>
      <h1 class={styles.title}>{t('popup_unlock_title')}</h1>
      {seen && <Notice>{t('popup_unlock_seen')}</Notice>}
    </>
  )
}
