import { t } from '@/components/i18n'
import { isClockWrong, mishapText } from '@/components/screens/health-text'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import type { Mishap } from '@/utils/vault/document'
import { withoutMishap } from '@/utils/vault/mishap'
import { useServices } from './services'

/** Says so when opening the vault found something its owner should know. */
export function HealthNotice() {
  const { model } = useServices()
  const mishap = model.document.value?.mishap
  const clockBehindMs = model.clockBehindMs.value
  return (
    <>
      {mishap && <MishapNotice mishap={mishap} />}
      {isClockWrong(clockBehindMs) && <Notice tone="warning">{t('health_clock_behind')}</Notice>}
    </>
  )
}

/** Stays until it was read: here, in another window or after a restart. */
function MishapNotice({ mishap }: { readonly mishap: Mishap }) {
  const { model } = useServices()
  const work = useWork()
  const { title, text } = mishapText(mishap)
  return (
    <Notice
      tone="warning"
      title={title}
      actions={
        <Button
          busy={work.busy}
          data-testid="dismiss-mishap"
          onClick={() => void work.run(() => model.change(withoutMishap))}
        >
          {t('health_dismiss')}
        </Button>
      }
    >
      {work.error ?? text}
    </Notice>
  )
}
