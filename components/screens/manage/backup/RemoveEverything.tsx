import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Checkbox } from '@/components/ui/Checkbox'
import { Dialog } from '@/components/ui/Dialog'
import { showToast } from '@/components/ui/toasts'
import { noNotes } from '@/utils/storage/backup-notes'
import { MasterPasswordForm } from '../password/MasterPasswordForm'
import { useServices } from '../services'
import { useGranted } from '../sites/use-granted'

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
  const [sitesToo, setSitesToo] = useState(false)
  const granted = useGranted() ?? []
  const remove = useRemove()
  return (
    <Dialog title={t('manage_remove_ask')} onClose={onClose}>
      <MasterPasswordForm
        confirm={t('manage_remove_confirm')}
        variant="danger"
        passwordTestId="remove-password"
        confirmTestId="remove-confirm"
        onRight={() => remove(sitesToo)}
        onCancel={onClose}
        below={
          granted.length > 0 && (
            <Checkbox
              label={t('manage_remove_sites', granted.length)}
              checked={sitesToo}
              onValue={setSitesToo}
            />
          )
        }
      >
        <p>{t('manage_remove_ask_text', model.accounts.value.length)}</p>
      </MasterPasswordForm>
    </Dialog>
  )
}

function useRemove(): (sitesToo: boolean) => Promise<void> {
  const { vault, model, sites, backups } = useServices()
  return async (sitesToo) => {
    await vault.remove()
    // The files stay where they are: they may be all that is left.
    await backups.notes.update(() => noNotes)
    await backups.forgo()
    if (sitesToo) for (const origin of await sites.list()) await sites.revoke(origin)
    await model.open()
    showToast(t('manage_removed'))
  }
}
