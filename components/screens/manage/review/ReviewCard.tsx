import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { FocusedPart } from '@/components/ui/FocusedPart'
import { Notice } from '@/components/ui/Notice'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import styles from './ReviewCard.module.css'
import { ReviewList } from './ReviewList'
import { countChosen } from './selection'
import type { Review } from './use-review'

interface ReviewCardProps {
  readonly review: Review
  /** What a problem's position counts: "Line 3". */
  readonly placeName: (position: number) => string
  /** What holds for all that was read. */
  readonly note?: string | undefined
  /** Whether the screen says by itself what came of it. */
  readonly isReported?: boolean
  readonly onDrop: () => void
  readonly onSaved: () => void
}

/** What was read, to be looked at before it is saved. */
export function ReviewCard(props: ReviewCardProps) {
  const { review, placeName, note, isReported = false, onDrop, onSaved } = props
  const work = useWork()
  const chosen = countChosen(review.chosen)
  const save = async () => {
    if (!(await work.run(review.save))) return
    if (!isReported) showToast(addedText(chosen))
    onSaved()
  }
  return (
    <FocusedPart>
      <Card title={t('manage_review_title')} text={t('manage_review_text')}>
        {note && <Notice tone="warning">{note}</Notice>}
        <ReviewList review={review} placeName={placeName} />
        {work.error && <Notice tone="error">{work.error}</Notice>}
        <div class={styles.actions}>
          <Button onClick={onDrop} data-testid="review-cancel">
            {t('cancel')}
          </Button>
          <Button
            variant="primary"
            data-testid="save-all"
            busy={work.busy}
            disabled={chosen === 0}
            onClick={() => void save()}
          >
            {chosen === 1 ? t('manage_save_one') : t('manage_save_many', chosen)}
          </Button>
        </div>
      </Card>
    </FocusedPart>
  )
}

/** "1 account added", "12 accounts added". */
function addedText(count: number): string {
  return count === 1 ? t('manage_added_one') : t('manage_added_many', count)
}
