import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Checkbox } from '@/components/ui/Checkbox'
import { PasswordField } from '@/components/ui/PasswordField'
import { useWork } from '@/components/ui/use-work'
import form from '../form.module.css'
import { ExportDone } from './ExportDone'
import { useExport } from './use-export'

/** The copy that anybody can read: behind a tick and the master password. */
export function PlainExport() {
  const [sure, setSure] = useState(false)
  const [password, setPassword] = useState('')
  const { exported, plain } = useExport()
  const work = useWork()
  const submit = async (event: Event) => {
    event.preventDefault()
    if (!(await work.run(() => plain(password)))) return
    setPassword('')
    setSure(false)
  }
  return (
    <Card title={t('manage_plain_title')} text={t('manage_plain_text')}>
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
      {exported && <ExportDone exported={exported} />}
    </Card>
  )
}
