import { useRef, useState } from 'preact/hooks'
import { SafeText } from '@/components/account/SafeText'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { failureText, useWork } from '@/components/ui/use-work'
import type { ImportStep } from '@/utils/backup/format'
import { toErrorCode } from '@/utils/errors/app-error'
import type { ReadOptions } from '@/utils/platform/import/read-backup'
import { HeavyStep } from '../add/ImportStages'
import form from '../form.module.css'
import { PasswordForm } from '../password/PasswordForm'

/** How the work of opening is followed, and ended. */
export type Opening = Omit<ReadOptions, 'password'>

interface RestorePasswordProps {
  /** The file, and what to do with it: `drop` also while it is being opened. */
  readonly file: {
    readonly name: string
    readonly open: (password: string, how: Opening) => Promise<void>
    readonly drop: () => void
  }
  /** First part of the test ids. */
  readonly testId?: string
}

/** Asks for the password of an encrypted backup. */
export function RestorePassword({ file, testId = 'restore' }: RestorePasswordProps) {
  const [step, setStep] = useState<ImportStep | null>(null)
  const ending = useRef<AbortController | null>(null)
  const work = useWork(backupFailureText)
  const open = (password: string) => {
    const controller = new AbortController()
    ending.current = controller
    void work.run(() => file.open(password, { signal: controller.signal, onStep: setStep }))
  }
  const drop = () => {
    ending.current?.abort()
    file.drop()
  }
  return (
    <PasswordForm
      label={t('manage_restore_password')}
      autocomplete="off"
      passwordTestId={`${testId}-password`}
      error={work.error}
      onEdit={work.clearError}
      below={work.busy && <HeavyStep step={step} />}
      confirm={t('manage_restore_open')}
      confirmTestId={`${testId}-open`}
      busy={work.busy}
      onPassword={open}
      others={
        <Button data-testid={`${testId}-other`} onClick={drop}>
          {t(work.busy ? 'cancel' : 'manage_restore_other')}
        </Button>
      }
    >
      <p class={form.file}>
        <SafeText text={file.name} />
      </p>
    </PasswordForm>
  )
}

/** A backup keeps the password it was made with, whatever the vault's is now. */
function backupFailureText(failure: unknown): string {
  const isWrong = toErrorCode(failure) === 'password-wrong'
  return isWrong ? t('manage_restore_password_wrong') : failureText(failure)
}
