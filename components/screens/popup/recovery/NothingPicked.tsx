import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'

interface NothingPickedProps {
  /** Keeps the lines of the text as they are; null where it has none. */
  readonly onKeepLines: (() => void) | null
  readonly onDone: () => void
}

/** Nothing in what the user picked on the page looks like a recovery code: what to do instead. */
export function NothingPicked({ onKeepLines, onDone }: NothingPickedProps) {
  return (
    <Notice
      tone="warning"
      title={t('recovery_none_picked')}
      actions={
        <>
          {onKeepLines && (
            <Button data-testid="keep-lines" onClick={onKeepLines}>
              {t('recovery_keep_lines')}
            </Button>
          )}
          <Button variant="bare" data-testid="drop-recovery" onClick={onDone}>
            {t('recovery_not_now')}
          </Button>
        </>
      }
    >
      <span data-testid="nothing-picked">{t('recovery_none_picked_text')}</span>
    </Notice>
  )
}
