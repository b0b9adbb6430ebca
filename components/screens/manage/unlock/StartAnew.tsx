import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Checkbox } from '@/components/ui/Checkbox'
import { Dialog } from '@/components/ui/Dialog'
import { useWork } from '@/components/ui/use-work'
import form from '../form.module.css'
import { useServices } from '../services'

/** The way on for whoever can never open this vault again: an empty one, and a backup if any. */
export function StartAnew() {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button data-testid="start-anew" onClick={() => setAsking(true)}>
        {t('manage_anew')}
      </Button>
      {asking && <StartAnewDialog onClose={() => setAsking(false)} />}
    </>
  )
}

function StartAnewDialog({ onClose }: { readonly onClose: () => void }) {
  const { vault, model } = useServices()
  const [understood, setUnderstood] = useState(false)
  const work = useWork()
  const remove = (event: Event) => {
    event.preventDefault()
    if (!understood) return
    void work.run(async () => {
      await vault.remove()
      await model.open()
    })
  }
  return (
    <Dialog title={t('manage_anew_ask')} onClose={onClose}>
      <form class={form.form} onSubmit={remove}>
        <p>{t('manage_anew_text')}</p>
        <Checkbox
          label={t('manage_anew_understood')}
          data-testid="start-anew-understood"
          checked={understood}
          onValue={setUnderstood}
        />
        {work.error !== undefined && <p role="alert">{work.error}</p>}
        <div class={form.actions}>
          <Button
            variant="danger"
            type="submit"
            busy={work.busy}
            disabled={!understood}
            data-testid="start-anew-confirm"
          >
            {t('manage_anew_confirm')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
