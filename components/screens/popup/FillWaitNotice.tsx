import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import type { FillWait } from '@/utils/messages/contract'

interface FillWaitNoticeProps {
  readonly wait: FillWait
  /** How long it still has to wait. */
  readonly forMs: number
  readonly busy: boolean
  readonly onInsist: () => void
}

/** Why a code waits for the next one, and the way not to wait. */
export function FillWaitNotice({ wait, forMs, busy, onInsist }: FillWaitNoticeProps) {
  return (
    <Notice
      actions={
        <Button data-testid="fill-now" busy={busy} onClick={onInsist}>
          {t('fill_now')}
        </Button>
      }
    >
      {wait.isLong
        ? t('fill_wait_long', Math.ceil(forMs / 60_000))
        : t(wait.why === 'used' ? 'fill_wait_used' : 'fill_wait_short')}
    </Notice>
  )
}
