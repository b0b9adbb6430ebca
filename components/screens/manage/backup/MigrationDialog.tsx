import { useMemo, useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { Notice } from '@/components/ui/Notice'
import { QrCode } from '@/components/ui/QrCode'
import { writeGoogleMigration } from '@/utils/backup/writers/google-migration'
import type { MigrationPart } from '@/utils/otp/to-migration-uris'
import { encode } from '@/utils/qr/encode'
import { MasterPasswordForm } from '../password/MasterPasswordForm'
import { shownSeconds, useHiding } from '../reveal/use-hiding'
import { useServices } from '../services'
import styles from './MigrationDialog.module.css'

/** QR codes for Google Authenticator, one after the other: after the master password, not for long. */
export function MigrationDialog({ onClose }: { readonly onClose: () => void }) {
  const { vault, now, backups } = useServices()
  const [parts, setParts] = useState<readonly MigrationPart[] | null>(null)
  const start = async () =>
    setParts(writeGoogleMigration(await vault.read(now()), backups.newBatchId()))
  return (
    <Dialog title={t('migration_title')} onClose={onClose}>
      {parts === null ? (
        <MasterPasswordForm
          confirm={t('migration_show')}
          passwordTestId="migration-password"
          confirmTestId="migration-confirm"
          onRight={start}
          onCancel={onClose}
        >
          <p>{t('migration_ask', shownSeconds)}</p>
        </MasterPasswordForm>
      ) : (
        <Series parts={parts} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface SeriesProps {
  readonly parts: readonly MigrationPart[]
  readonly onClose: () => void
}

function Series({ parts, onClose }: SeriesProps) {
  const [index, setIndex] = useState(0)
  const part = parts[index]
  if (part === undefined) return <Notice>{t('migration_nothing')}</Notice>
  const isLast = index === parts.length - 1
  return (
    <div class={styles.series} data-testid="migration-series">
      <Code key={index} part={part} onHide={onClose} />
      <p class={styles.place} role="status" data-testid="migration-place">
        {t('migration_place', index + 1, parts.length)}
      </p>
      <p class={styles.hint}>{t('migration_scan', part.count)}</p>
      <div class={styles.actions}>
        <Button disabled={index === 0} icon="back" onClick={() => setIndex(index - 1)}>
          {t('migration_back')}
        </Button>
        <Button
          variant="primary"
          data-testid="migration-next"
          onClick={() => (isLast ? onClose() : setIndex(index + 1))}
        >
          {isLast ? t('migration_done') : t('migration_next')}
        </Button>
      </div>
    </div>
  )
}

interface CodeProps {
  readonly part: MigrationPart
  readonly onHide: () => void
}

/** Each code has its minute. */
function Code({ part, onHide }: CodeProps) {
  const modules = useMemo(() => encode(part.uri), [part.uri])
  useHiding(true, onHide)
  return modules && <QrCode modules={modules} label={t('migration_qr')} />
}
