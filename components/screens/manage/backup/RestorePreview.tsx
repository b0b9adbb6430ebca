import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { FocusedPart } from '@/components/ui/FocusedPart'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import form from '../form.module.css'
import { ReviewList } from '../review/ReviewList'
import { countChosen } from '../review/selection'
import type { Review } from '../review/use-review'
import type { Report } from './RestoreReport'

interface RestorePreviewProps {
  readonly review: Review
  readonly onDrop: () => void
  readonly onRestored: (report: Report) => void
}

/** What is in the backup, and what the vault would get of it. */
export function RestorePreview({ review, onDrop, onRestored }: RestorePreviewProps) {
  const work = useWork()
  const count = countChosen(review.chosen)
  const restore = async () => {
    if (await work.run(review.save)) onRestored(reportOf(review))
  }
  return (
    <FocusedPart class={form.preview} data-testid="restore-preview">
      <ReviewList review={review} placeName={(place) => t('manage_restore_entry', place)} />
      {count === 0 && <Notice>{t('manage_restore_nothing')}</Notice>}
      {work.error && <Notice tone="error">{work.error}</Notice>}
      <div class={form.actions}>
        <Button
          variant="primary"
          data-testid="restore-apply"
          busy={work.busy}
          onClick={() => void restore()}
        >
          {count === 0 ? t('manage_restore_finish') : t('manage_restore_apply', count)}
        </Button>
        <Button onClick={onDrop}>{t('manage_restore_other')}</Button>
      </div>
    </FocusedPart>
  )
}

function reportOf({ comparison, chosen }: Review): Report {
  const { fresh, differing, same, problems, unsupported } = comparison
  const brought = countChosen(chosen)
  return {
    brought,
    same: same.length,
    left: fresh.length + differing.length + unsupported.length - brought,
    problems: problems.length,
  }
}
