import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Mark } from '@/components/ui/Mark'
import { Notice } from '@/components/ui/Notice'
import { PasswordField } from '@/components/ui/PasswordField'
import { useWork } from '@/components/ui/use-work'
import { noteDamage } from '../../note-damage'
import { PasskeyButton } from '../passkeys/PasskeyButton'
import { useOnErrand, usePasskeyUnlock } from '../passkeys/use-passkey-unlock'
import { SaveDamaged } from '../shell/SaveDamaged'
import { useTitle } from '../shell/use-title'
import { StartAnew } from './StartAnew'
import styles from './UnlockScreen.module.css'

/** Asks for the master password; the address, and with it the screen wanted, stays. */
export function UnlockScreen() {
  const onErrand = useOnErrand()
  const passkey = usePasskeyUnlock()
  const [password, setPassword] = useState('')
  const [isDamaged, setDamaged] = useState(false)
  const work = useWork()
  const form = useRef<HTMLFormElement>(null)
  useTitle(t('manage_unlock_title'))
  // Browsers heed autofocus once a page: not where the vault was locked in this one.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const unlock = async (event: Event) => {
    event.preventDefault()
    const opened = await work.run(() =>
      onErrand((model) => noteDamage(model.unlock(password), setDamaged)),
    )
    if (!opened) form.current?.querySelector('input')?.select()
  }
  return (
    <main class={styles.screen}>
      <div class={styles.column}>
        <Mark size={4.5} />
        <div class={styles.words}>
          <h1>{t('manage_unlock_title')}</h1>
          <p>{t('manage_unlock_text')}</p>
        </div>
        <form ref={form} class={styles.fields} onSubmit={unlock}>
          <PasswordField
            label={t('manage_master_password')}
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
            {t('manage_unlock')}
          </Button>
          {passkey && <PasskeyButton {...passkey} />}
        </form>
        {isDamaged && <Damaged />}
        <details class={styles.forgot}>
          <summary>{t('manage_forgot')}</summary>
          <p>{t('manage_forgot_text')}</p>
          {!isDamaged && <StartAnew />}
        </details>
      </div>
    </main>
  )
}

function Damaged() {
  const actions = (
    <>
      <SaveDamaged />
      <StartAnew />
    </>
  )
  return <Notice actions={actions}>{t('health_save_damaged_text')}</Notice>
}
