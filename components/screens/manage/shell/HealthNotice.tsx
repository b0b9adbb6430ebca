import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { isClockWrong, mishapText } from '@/components/screens/health-text'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import type { Mishap } from '@/utils/vault/document'
import { withoutMishap } from '@/utils/vault/mishap'
import { useServices } from '../services'
import styles from './HealthNotice.module.css'
import { SaveDamaged } from './SaveDamaged'

/** Says so when opening the vault found something its owner should know. */
export function HealthNotice() {
  const { model } = useServices()
  const mishap = model.document.value?.mishap
  return (
    <div class={styles.health}>
      {mishap && <MishapNotice mishap={mishap} />}
      {isClockWrong(model.clockBehindMs.value) && (
        <Notice tone="warning">{t('health_clock_behind')}</Notice>
      )}
      {model.report.value?.copied === false && <NoCopyNotice />}
    </div>
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
        <>
          <Button
            busy={work.busy}
            data-testid="dismiss-mishap"
            onClick={() => void work.run(() => model.change(withoutMishap))}
          >
            {t('health_dismiss')}
          </Button>
          <SaveDamaged />
        </>
      }
    >
      {work.error ?? text}
    </Notice>
  )
}

/** Nothing is lost yet: told once per page. */
function NoCopyNotice() {
  const [read, setRead] = useState(false)
  if (read) return null
  return (
    <Notice
      title={t('health_no_copy_title')}
      actions={<Button onClick={() => setRead(true)}>{t('health_dismiss')}</Button>}
    >
      {t('health_no_copy_text')}
    </Notice>
  )
}
