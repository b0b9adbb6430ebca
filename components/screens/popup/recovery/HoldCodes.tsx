import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useServices } from '../services'

interface HoldCodesProps {
  readonly codes: readonly string[]
  /** They are held already. */
  readonly isHeld: boolean
  readonly onDrop: () => void
}

/** Recovery codes that the page shows before its account is here: they can wait for it. */
export function HoldCodes({ codes, isHeld, onDrop }: HoldCodesProps) {
  const { site, recovery, now } = useServices()
  const tabId = site.page.value?.tabId
  if (codes.length < leastCodes || tabId === undefined) return null
  const hold = async (): Promise<void> => {
    const { picked } = await recovery()
    await picked.put({ tabId, text: codes.join('\n'), isHeld: true, atMs: now() })
  }
  const button = isHeld ? (
    <Button variant="bare" data-testid="drop-recovery" onClick={onDrop}>
      {t('recovery_not_now')}
    </Button>
  ) : (
    <Button data-testid="hold-recovery" onClick={() => void hold()}>
      {t('recovery_hold')}
    </Button>
  )
  return (
    <Notice title={t('recovery_offer', codes.length)} actions={button}>
      <span data-testid="recovery-early">{t(isHeld ? 'recovery_held' : 'recovery_early')}</span>
    </Notice>
  )
}

/** Fewer are more often something else, where nothing is known of the page. */
const leastCodes = 3
