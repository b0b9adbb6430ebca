import { useEffect, useRef } from 'preact/hooks'
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
  const shown = useRef<HTMLDivElement>(null)
  // It pushes the button that was clicked down, maybe out of view.
  useEffect(() => shown.current?.closest('article')?.scrollIntoView?.({ block: 'nearest' }), [])
  return (
    <div ref={shown}>
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
    </div>
  )
}
