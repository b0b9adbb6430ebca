import { useRef, useState } from 'preact/hooks'
import { SafeText } from '@/components/account/SafeText'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { PasswordField } from '@/components/ui/PasswordField'
import { failureText, useWork } from '@/components/ui/use-work'
import type { ImportStep } from '@/utils/backup/format'
import { toErrorCode } from '@/utils/errors/app-error'
import type { ReadOptions } from '@/utils/platform/import/read-backup'
import { HeavyStep } from '../add/ImportStages'
import form from '../form.module.css'

/** How the work of opening is followed, and ended. */
export type Opening = Omit<ReadOptions, 'password'>

interface RestorePasswordProps {
  /** The file's name. */
  readonly name: string
  /** First part of the test ids. */
  readonly testId?: string
  readonly onOpen: (password: string, how: Opening) => Promise<void>
  /** The file is given up, also while it is being opened. */
  readonly onDrop: () => void
}

/** Asks for the password of an encrypted backup. */
export function RestorePassword({
  name,
  testId = 'restore',
  onOpen,
  onDrop,
}: RestorePasswordProps) {
  const [password, setPassword] = useState('')
  const [step, setStep] = useState<ImportStep | null>(null)
  const ending = useRef<AbortController | null>(null)
  const work = useWork(backupFailureText)
  const submit = (event: Event) => {
    event.preventDefault()
    const controller = new AbortController()
    ending.current = controller
    void work.run(() => onOpen(password, { signal: controller.signal, onStep: setStep }))
  }
  const drop = () => {
    ending.current?.abort()
    onDrop()
  }
  return (
    <form class={form.form} onSubmit={submit}>
      <p class={form.file}>
        <SafeText text={name} />
      </p>
      <PasswordField
        label={t('manage_restore_password')}
        data-testid={`${testId}-password`}
        autocomplete="off"
        autofocus
        value={password}
        error={work.error}
        onValue={(value) => {
          setPassword(value)
          work.clearError()
        }}
      />
      {work.busy && <HeavyStep step={step} />}
      <div class={form.actions}>
        <Button variant="primary" type="submit" busy={work.busy} data-testid={`${testId}-open`}>
          {t('manage_restore_open')}
        </Button>
        <Button data-testid={`${testId}-other`} onClick={drop}>
          {t(work.busy ? 'cancel' : 'manage_restore_other')}
        </Button>
      </div>
    </form>
  )
}

/** A backup keeps the password it was made with, whatever the vault's is now. */
function backupFailureText(failure: unknown): string {
  const isWrong = toErrorCode(failure) === 'password-wrong'
  return isWrong ? t('manage_restore_password_wrong') : failureText(failure)
}
