import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { LookAlikeHosts } from './LookAlikeHosts'

interface LookAlikeDialogProps {
  /** The host that the account is bound to. */
  readonly bound: string
  /** Whether its code shall be copied all the same. */
  readonly onAnswer: (isWanted: boolean) => void
}

/** Asks before a code is copied on a page that can be taken for its own. */
export function LookAlikeDialog({ bound, onAnswer }: LookAlikeDialogProps) {
  const refuse = (): void => onAnswer(false)
  return (
    <Dialog
      title={t('alike_copy_title')}
      onClose={refuse}
      actions={
        <>
          <Button variant="danger" data-testid="copy-anyway" onClick={() => onAnswer(true)}>
            {t('alike_copy_anyway')}
          </Button>
          <Button variant="primary" autofocus data-testid="copy-not" onClick={refuse}>
            {t('alike_copy_not')}
          </Button>
        </>
      }
    >
      <LookAlikeHosts bound={bound} />
      <p>{t('alike_copy_text')}</p>
    </Dialog>
  )
}
