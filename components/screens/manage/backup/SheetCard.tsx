import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Dialog } from '@/components/ui/Dialog'
import { MasterPasswordForm } from '../password/MasterPasswordForm'

/** The way to a sheet of paper: after the master password. */
export function SheetCard({ onOpen }: { readonly onOpen: () => void }) {
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <Card title={t('sheet_card_title')} text={t('sheet_card_text')}>
      <div>
        <Button data-testid="open-sheet" onClick={() => setAsking(true)}>
          {t('sheet_open')}
        </Button>
      </div>
      {asking && (
        <Dialog title={t('sheet_card_title')} onClose={close}>
          <MasterPasswordForm
            confirm={t('sheet_open')}
            passwordTestId="sheet-password"
            confirmTestId="sheet-confirm"
            onRight={onOpen}
            onCancel={close}
          >
            <p>{t('sheet_ask')}</p>
          </MasterPasswordForm>
        </Dialog>
      )}
    </Card>
  )
}
