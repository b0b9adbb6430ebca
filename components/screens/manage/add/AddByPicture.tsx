import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { FileDrop } from '@/components/ui/FileDrop'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import { ReviewCard } from '../review/ReviewCard'
import { useReview } from '../review/use-review'
import { goTo } from '../route'
import { useServices } from '../services'
import { readPictures } from './read-pictures'

/** Accounts from pictures of QR codes: screenshots, photos, what another app exports. */
export function AddByPicture() {
  const { decodeImage } = useServices()
  const { review, start, drop } = useReview()
  const work = useWork()
  const read = (files: readonly File[]) =>
    work.run(async () => {
      start(await readPictures(files, decodeImage))
    })
  if (review !== null) {
    return (
      <ReviewCard
        review={review}
        placeName={(place) => t('manage_picture', place)}
        onDrop={drop}
        onSaved={() => goTo('accounts')}
      />
    )
  }
  return (
    <Card title={t('manage_picture_title')} text={t('manage_picture_text')}>
      <FileDrop
        label={t('manage_picture_drop')}
        accept="image/*"
        multiple
        busy={work.busy}
        data-testid="picture-files"
        onFiles={(files) => void read(files)}
      />
      {work.error && <Notice tone="error">{work.error}</Notice>}
    </Card>
  )
}
