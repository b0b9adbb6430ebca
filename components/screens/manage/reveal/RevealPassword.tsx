import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { PasswordField } from '@/components/ui/PasswordField'
import { useWork } from '@/components/ui/use-work'
import form from '../backup/backup-form.module.css'
import { useMasterPassword } from '../password/use-master-password'

interface RevealPasswordProps {
  readonly onRight: () => void
  /** Why it is asked for. */
  readonly children: ComponentChildren
}

/** Asks for the master password again, and is gone once it was right. */
export function RevealPassword({ onRight, children }: RevealPasswordProps) {
  const [password, setPassword] = useState('')
  const check = useMasterPassword()
  const work = useWork()
  const submit = async (event: Event) => {
    event.preventDefault()
    if (await work.run(() => check(password))) onRight()
  }
  return (
    <form class={form.form} onSubmit={submit}>
      <p>{children}</p>
      <PasswordField
        label={t('manage_master_password')}
        data-testid="reveal-password"
        autocomplete="current-password"
        autofocus
        value={password}
        error={work.error}
        onValue={setPassword}
      />
      <div class={form.actions}>
        <Button variant="primary" type="submit" busy={work.busy} data-testid="reveal-confirm">
          {t('manage_reveal_show')}
        </Button>
      </div>
    </form>
  )
}
