import { ReviewCard } from '@/components/account/ReviewCard'
import { errorText, t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import styles from './FoundCard.module.css'
import type { OpenedUnsaved } from './open-unsaved'
import { useServices } from './services'

interface UnsavedCardProps {
  readonly unsaved: OpenedUnsaved
  /** It was saved, or given up. */
  readonly onDone: () => void
}

const noWarnings: readonly never[] = []

/** An account that was to be saved when the popup had closed, and was not. */
export function UnsavedCard({ unsaved, onDone }: UnsavedCardProps) {
  const { clock, save, model, ...services } = useServices()
  const work = useWork()
  const saveAgain = async (): Promise<void> => {
    const { draft } = unsaved
    const again = work.run(async () => {
      await save(draft)
      await model.open()
    })
    if (await again) onDone()
  }
  const discard = async (): Promise<void> => {
    await services.unsaved.clear(unsaved.draft)
    onDone()
  }
  return (
    <ReviewCard
      account={unsaved.account}
      warnings={noWarnings}
      clock={clock}
      testId="unsaved-account"
    >
      <Notice tone="error" title={t('unsaved_title')}>
        {work.error ?? errorText(unsaved.code)}
      </Notice>
      <div class={styles.actions}>
        <Button
          variant="primary"
          wide
          busy={work.busy}
          data-testid="save-unsaved"
          onClick={() => void saveAgain()}
        >
          {t('found_save')}
        </Button>
        <Button data-testid="discard-unsaved" onClick={() => void discard()}>
          {t('unsaved_discard')}
        </Button>
      </div>
    </ReviewCard>
  )
}
