import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { PasswordField } from '@/components/ui/PasswordField'
import { Select } from '@/components/ui/Select'
import { useWork } from '@/components/ui/use-work'
import form from '../form.module.css'
import { StrengthMeter } from '../password/StrengthMeter'
import { useNewPassword } from '../password/use-new-password'
import { ExportDone } from './ExportDone'
import { type SealedFormat, sealedOptions } from './export-formats'
import { Left } from './Left'
import { useExport } from './use-export'

type Protection = 'own' | 'master'

/** The encrypted backup: ours under a password of its own or the master password, or for others. */
export function ExportCard() {
  const [format, setFormat] = useState<SealedFormat>('sixpence')
  const { exported, sealed, sealedWithMaster } = useExport()
  return (
    <Card title={t('manage_export_title')} text={t('manage_export_text')}>
      <div class={form.form}>
        <Select<SealedFormat>
          label={t('manage_export_for')}
          data-testid="backup-format"
          value={format}
          options={sealedOptions()}
          onValue={setFormat}
        />
        {format === 'sixpence' ? (
          <OwnFile
            onExport={(password) => sealed('sixpence', password)}
            onExportWithMaster={sealedWithMaster}
          />
        ) : (
          <>
            <Left format={format} />
            <OwnForm key={format} onExport={(password) => sealed(format, password)} />
          </>
        )}
      </div>
      {exported && <ExportDone exported={exported} />}
    </Card>
  )
}

interface OwnFileProps extends FormProps {
  readonly onExportWithMaster: (masterPassword: string) => Promise<void>
}

function OwnFile({ onExport, onExportWithMaster }: OwnFileProps) {
  const [protection, setProtection] = useState<Protection>('own')
  return (
    <>
      <Select<Protection>
        label={t('manage_export_with')}
        data-testid="backup-protection"
        value={protection}
        options={[
          { value: 'own', text: t('manage_export_own') },
          { value: 'master', text: t('manage_export_master') },
        ]}
        onValue={setProtection}
      />
      {protection === 'own' ? (
        <OwnForm onExport={onExport} />
      ) : (
        <MasterForm onExport={onExportWithMaster} />
      )}
    </>
  )
}

interface FormProps {
  readonly onExport: (password: string) => Promise<void>
}

function OwnForm({ onExport }: FormProps) {
  const chosen = useNewPassword()
  const work = useWork()
  const [differs, setDiffers] = useState(false)
  const { password, repeat, strength } = chosen
  const submit = async (event: Event) => {
    event.preventDefault()
    setDiffers(password !== repeat)
    if (password !== repeat) return
    if (await work.run(() => onExport(password))) chosen.reset()
  }
  return (
    <form class={form.form} onSubmit={submit}>
      <PasswordField
        label={t('manage_backup_password')}
        data-testid="backup-password"
        autocomplete="new-password"
        value={password}
        hint={<StrengthMeter strength={strength} note={t('manage_export_weak')} />}
        error={work.error}
        onValue={chosen.setPassword}
      />
      <PasswordField
        label={t('manage_backup_repeat')}
        data-testid="backup-password-repeat"
        autocomplete="new-password"
        value={repeat}
        error={differs && password !== repeat ? t('manage_repeat_differs') : undefined}
        onValue={chosen.setRepeat}
      />
      <ExportButton busy={work.busy} />
    </form>
  )
}

function MasterForm({ onExport }: FormProps) {
  const [password, setPassword] = useState('')
  const work = useWork()
  const submit = async (event: Event) => {
    event.preventDefault()
    if (await work.run(() => onExport(password))) setPassword('')
  }
  return (
    <form class={form.form} onSubmit={submit}>
      <PasswordField
        label={t('manage_master_password')}
        data-testid="backup-password"
        autocomplete="current-password"
        value={password}
        error={work.error}
        onValue={setPassword}
      />
      <ExportButton busy={work.busy} />
    </form>
  )
}

function ExportButton({ busy }: { readonly busy: boolean }) {
  return (
    <div>
      <Button
        variant="primary"
        type="submit"
        icon="download"
        busy={busy}
        data-testid="export-backup"
      >
        {t('manage_export')}
      </Button>
    </div>
  )
}
