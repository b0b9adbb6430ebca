import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Checkbox } from '@/components/ui/Checkbox'
import { PasswordField } from '@/components/ui/PasswordField'
import { Select } from '@/components/ui/Select'
import { useWork } from '@/components/ui/use-work'
import form from '../form.module.css'
import { useServices } from '../services'
import { ExportDone } from './ExportDone'
import { type PlainFormat, plainOptions } from './export-formats'
import { Left } from './Left'
import { MigrationDialog } from './MigrationDialog'
import { useExport } from './use-export'

/** The copy that anybody can read: behind a tick and the master password. */
export function PlainExport() {
  const [format, setFormat] = useState<PlainFormat>('sixpence')
  const [showing, setShowing] = useState(false)
  const [withRecovery, setWithRecovery] = useState(false)
  const { exported, plain } = useExport()
  const { model } = useServices()
  const hasRecovery = model.document.value?.accounts.some(({ recoveryCodes }) => recoveryCodes)
  const write = async (masterPassword: string) => {
    if (format !== 'google') await plain(format, masterPassword, withRecovery)
  }
  return (
    <Card title={t('manage_plain_title')} text={t('manage_plain_text')}>
      <div class={form.form}>
        <Select<PlainFormat>
          label={t('manage_export_for')}
          data-testid="plain-format"
          value={format}
          options={plainOptions()}
          onValue={setFormat}
        />
        <Left format={format} />
        {format === 'sixpence' && hasRecovery && (
          <Checkbox
            label={t('manage_plain_recovery')}
            hint={t('manage_plain_recovery_hint')}
            data-testid="plain-recovery"
            checked={withRecovery}
            onValue={setWithRecovery}
          />
        )}
      </div>
      {format === 'google' ? (
        <div>
          <Button data-testid="show-migration" onClick={() => setShowing(true)}>
            {t('migration_show')}
          </Button>
        </div>
      ) : (
        <PlainForm key={format} onWrite={write} />
      )}
      {exported && <ExportDone exported={exported} />}
      {showing && <MigrationDialog onClose={() => setShowing(false)} />}
    </Card>
  )
}

interface PlainFormProps {
  readonly onWrite: (masterPassword: string) => Promise<void>
}

function PlainForm({ onWrite }: PlainFormProps) {
  const [sure, setSure] = useState(false)
  const [password, setPassword] = useState('')
  const work = useWork()
  const submit = async (event: Event) => {
    event.preventDefault()
    if (!(await work.run(() => onWrite(password)))) return
    setPassword('')
    setSure(false)
  }
  return (
    <>
      <Checkbox
        label={t('manage_plain_sure')}
        data-testid="plain-sure"
        checked={sure}
        onValue={setSure}
      />
      {sure && (
        <form class={form.form} onSubmit={submit}>
          <PasswordField
            label={t('manage_master_password')}
            data-testid="plain-password"
            autocomplete="current-password"
            value={password}
            error={work.error}
            onValue={setPassword}
          />
          <div>
            <Button variant="danger" type="submit" busy={work.busy} data-testid="export-plain">
              {t('manage_plain_save')}
            </Button>
          </div>
        </form>
      )}
    </>
  )
}
