import { SafeText } from '@/components/account/SafeText'
import { errorText, t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { useWork, type Work } from '@/components/ui/use-work'
import { automaticFolder, keptDays } from '@/utils/backup/automatic-names'
import { AppError } from '@/utils/errors/app-error'
import type { BackupNotes } from '@/utils/storage/backup-notes'
import form from '../form.module.css'
import { useServices } from '../services'
import { momentText } from './moment-text'
import { useBackupNotes } from './use-backup-notes'

/** Backups that outlive the extension: written after each change, sealed as the vault is. */
export function AutomaticCard() {
  const known = useBackupNotes()
  const work = useWork()
  return (
    <Card
      title={t('manage_automatic_title')}
      text={t('manage_automatic_text', automaticFolder, keptDays)}
    >
      {known && (known.isOn ? <On notes={known.notes} work={work} /> : <Off work={work} />)}
      {work.error && <Notice tone="error">{work.error}</Notice>}
    </Card>
  )
}

function Off({ work }: { readonly work: Work }) {
  const turnOn = useTurnOn(work)
  return (
    <div class={form.actions}>
      <Button icon="backup" busy={work.busy} data-testid="automatic-on" onClick={turnOn}>
        {t('manage_automatic_on')}
      </Button>
      <p class={form.aside}>{t('manage_automatic_ask')}</p>
    </div>
  )
}

interface OnProps {
  readonly notes: BackupNotes
  readonly work: Work
}

function On({ notes, work }: OnProps) {
  const { backups } = useServices()
  const tryAgain = useTurnOn(work)
  const turnOff = () =>
    void work.run(async () => {
      await backups.turn(false)
      await backups.forgo()
    })
  const { failure, writtenAtMs, path } = notes
  return (
    <>
      {failure !== null && !work.error && <Notice tone="warning">{errorText(failure)}</Notice>}
      {writtenAtMs !== null && path !== null && (
        <div data-testid="automatic-written">
          <p>{t('manage_automatic_written', momentText(writtenAtMs))}</p>
          <p class={form.path}>
            <SafeText text={path} />
          </p>
        </div>
      )}
      <div class={form.actions}>
        {failure !== null && (
          <Button
            variant="primary"
            busy={work.busy}
            data-testid="automatic-again"
            onClick={tryAgain}
          >
            {t('try_again')}
          </Button>
        )}
        <Button data-testid="automatic-off" onClick={turnOff}>
          {t('manage_automatic_off')}
        </Button>
      </div>
    </>
  )
}

/** For a click: the browser is asked before anything is awaited. */
function useTurnOn({ run }: Work): () => void {
  const { backups } = useServices()
  return () => {
    const asked = backups.request()
    void run(async () => {
      if (!(await asked)) throw new AppError('downloads-denied')
      await backups.turn(true)
    })
  }
}
