import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Checkbox } from '@/components/ui/Checkbox'
import { Dialog } from '@/components/ui/Dialog'
import { PasswordField } from '@/components/ui/PasswordField'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { useMasterPassword } from '../password/use-master-password'
import { useServices } from '../services'
import { useGranted } from '../sites/use-granted'
import form from './backup-form.module.css'

/** The way back to an empty vault, behind the master password. */
export function RemoveEverything() {
  const [asking, setAsking] = useState(false)
  return (
    <Card tone="danger" title={t('manage_remove_title')} text={t('manage_remove_text')}>
      <div>
        <Button data-testid="remove-everything" onClick={() => setAsking(true)}>
          {t('manage_remove')}
        </Button>
      </div>
      {asking && <RemoveDialog onClose={() => setAsking(false)} />}
    </Card>
  )
}

function RemoveDialog({ onClose }: { readonly onClose: () => void }) {
  const { model } = useServices()
  const [password, setPassword] = useState('')
  const [sitesToo, setSitesToo] = useState(false)
  const granted = useGranted() ?? []
  const remove = useRemove()
  const work = useWork()
  const submit = (event: Event) => {
    event.preventDefault()
    void work.run(() => remove(password, sitesToo))
  }
  return (
    <Dialog title={t('manage_remove_ask')} onClose={onClose}>
      <form class={form.form} onSubmit={submit}>
        <p>{t('manage_remove_ask_text', model.accounts.value.length)}</p>
        <PasswordField
          label={t('manage_master_password')}
          data-testid="remove-password"
          autocomplete="current-password"
          autofocus
          value={password}
          error={work.error}
          onValue={setPassword}
        />
        {granted.length > 0 && (
          <Checkbox
            label={t('manage_remove_sites', granted.length)}
            checked={sitesToo}
            onValue={setSitesToo}
          />
        )}
        <div class={form.actions}>
          <Button variant="danger" type="submit" busy={work.busy} data-testid="remove-confirm">
            {t('manage_remove_confirm')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function useRemove(): (masterPassword: string, sitesToo: boolean) => Promise<void> {
  const { vault, model, sites } = useServices()
  const checkMaster = useMasterPassword()
  return async (masterPassword, sitesToo) => {
    await checkMaster(masterPassword)
    await vault.remove()
    if (sitesToo) for (const origin of await sites.list()) await sites.revoke(origin)
    await model.open()
    showToast(t('manage_removed'))
  }
}
