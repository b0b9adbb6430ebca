import { useState } from 'preact/hooks'
import { SafeText } from '@/components/account/SafeText'
import { errorText, t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { FileDrop } from '@/components/ui/FileDrop'
import { Notice } from '@/components/ui/Notice'
import { Spinner } from '@/components/ui/Spinner'
import type { ImportStep } from '@/utils/backup/format'
import type { ErrorCode } from '@/utils/errors/app-error'
import form from '../form.module.css'
import { PasswordForm } from '../password/PasswordForm'
import styles from './ImportStages.module.css'
import type { ImportStage } from './use-import'

type StageOf<K extends ImportStage['kind']> = Extract<ImportStage, { kind: K }>

/** Memory from which on working out a key takes long enough to be told of. */
const telling = 16

interface ImportStagesProps {
  readonly stage: Exclude<ImportStage, { kind: 'idle' }>
  /** More pictures, where codes are missing. */
  readonly onFiles: (files: readonly File[]) => void
}

/** An import that is under way. */
export function ImportStages({ stage, onFiles }: ImportStagesProps) {
  switch (stage.kind) {
    case 'reading':
      return <ReadingStage stage={stage} />
    case 'password':
      return <PasswordStage key={`${stage.name} ${stage.attempt}`} stage={stage} />
    case 'series':
      return <SeriesStage stage={stage} onFiles={onFiles} />
  }
}

/** What makes opening a file take long, where it does. */
export function HeavyStep({ step }: { readonly step: ImportStep | null }) {
  if (step?.kind !== 'key' || step.mebibytes < telling) return null
  return <p class={styles.quiet}>{t('manage_import_heavy', step.mebibytes)}</p>
}

/** What is being read, what takes so long, and a way out. */
function ReadingStage({ stage }: { readonly stage: StageOf<'reading'> }) {
  const { name, step, cancel } = stage
  return (
    <div class={styles.stage} data-testid="import-reading">
      <div class={styles.line}>
        <Spinner label={t('manage_import_reading')} />
        <div class={styles.words}>
          <SafeText text={name} class={form.file} />
          <span class={styles.quiet}>
            {step?.kind === 'key' ? t('manage_import_key') : t('manage_import_reading')}
          </span>
        </div>
      </div>
      <HeavyStep step={step} />
      <div class={form.actions}>
        <Button onClick={cancel} data-testid="import-cancel">
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}

/** Asks for the password of a file of another app. */
function PasswordStage({ stage }: { readonly stage: StageOf<'password'> }) {
  const { name, failure, open, skip } = stage
  const [isEdited, setIsEdited] = useState(false)
  return (
    <PasswordForm
      label={t('manage_import_password')}
      autocomplete="off"
      passwordTestId="import-password"
      error={failure === null || isEdited ? undefined : wordsOf(failure, name)}
      onEdit={() => setIsEdited(true)}
      confirm={t('manage_restore_open')}
      confirmTestId="import-open"
      onPassword={(password) => void (password !== '' && open(password))}
      others={
        <Button onClick={skip} data-testid="import-skip">
          {t('manage_import_skip')}
        </Button>
      }
    >
      <p class={form.file}>
        <SafeText text={name} />
      </p>
    </PasswordForm>
  )
}

/** Whether a database wants a key file as well, none of it tells. */
function wordsOf(failure: ErrorCode, name: string): string {
  if (failure !== 'password-wrong') return errorText(failure)
  const isDatabase = /\.kdbx$/i.test(name)
  return t(isDatabase ? 'manage_import_password_database' : 'manage_import_password_wrong')
}

interface SeriesStageProps {
  readonly stage: StageOf<'series'>
  readonly onFiles: (files: readonly File[]) => void
}

/** Which codes of an export are there and which are missing. */
function SeriesStage({ stage, onFiles }: SeriesStageProps) {
  return (
    <div class={styles.stage} data-testid="import-series">
      <Notice title={t('manage_series_title')}>
        <ul>
          {stage.states.map(({ size, read, missing }, index) => (
            <li key={index}>
              {missing.length === 0
                ? t('manage_series_whole', size)
                : t('manage_series_missing', read.join(', '), size, missing.join(', '))}
            </li>
          ))}
        </ul>
        <p>{t('manage_series_text')}</p>
      </Notice>
      <FileDrop
        label={t('manage_series_drop')}
        accept="image/*"
        multiple
        data-testid="series-files"
        onFiles={onFiles}
      />
      <div class={form.actions}>
        <Button onClick={stage.finish} data-testid="series-finish">
          {t('manage_series_finish')}
        </Button>
        <Button onClick={stage.drop}>{t('cancel')}</Button>
      </div>
    </div>
  )
}
