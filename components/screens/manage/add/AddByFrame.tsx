import { useEffect, useState } from 'preact/hooks'
import { siteAt } from '@/components/account/check-form'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { Spinner } from '@/components/ui/Spinner'
import { useWork } from '@/components/ui/use-work'
import type { ParsedBackup } from '@/utils/backup/parsed-backup'
import { AppError } from '@/utils/errors/app-error'
import type { HandedPicture } from '@/utils/platform/handed-picture'
import form from '../form.module.css'
import { ReviewCard } from '../review/ReviewCard'
import { useReview } from '../review/use-review'
import { goTo } from '../route'
import { useServices } from '../services'
import { FrameField } from './FrameField'
import { type Frame, firstFrame } from './frame'
import { ImportStages } from './ImportStages'
import { useImport } from './use-import'

/** A picture of the page on which no code was found: the user draws a frame around it. */
export function AddByFrame() {
  const { handed } = useServices()
  const [picture, setPicture] = useState<HandedPicture | 'waited for' | null>('waited for')
  useEffect(() => {
    void handed.take().then(setPicture)
  }, [handed])
  if (picture === 'waited for') return <Spinner label={t('manage_loading')} />
  if (picture === null) return <Notice tone="warning">{t('draw_gone')}</Notice>
  return <DrawnFrame {...picture} />
}

function DrawnFrame({ image, origin }: HandedPicture) {
  const { handed } = useServices()
  const url = useUrl(image)
  const [frame, setFrame] = useState(firstFrame)
  const { review, start, drop } = useReview()
  const { stage, read } = useImport(({ found }) => start(boundTo(origin, found)))
  const work = useWork()
  const look = () =>
    work.run(async () => {
      const payloads = await handed.read(image, frame)
      if (payloads.length === 0) throw new AppError('qr-unread')
      read([new File([payloads.join('\n')], t('draw_title'))])
    })
  if (review !== null) {
    return (
      <ReviewCard
        review={review}
        placeName={String}
        onDrop={drop}
        onSaved={() => goTo('accounts')}
      />
    )
  }
  if (stage.kind !== 'idle') {
    return (
      <Card title={t('draw_title')}>
        <ImportStages stage={stage} onFiles={read} />
      </Card>
    )
  }
  const draw = (drawn: Frame) => {
    work.clearError()
    setFrame(drawn)
  }
  const failure = work.error ?? stage.error
  return (
    <Card title={t('draw_title')} text={t('draw_text')}>
      {url && <FrameField picture={url} frame={frame} onFrame={draw} onDone={look} />}
      {failure && <Notice tone="error">{failure}</Notice>}
      <div class={form.actions}>
        <Button
          variant="primary"
          busy={work.busy}
          data-testid="draw-read"
          onClick={() => void look()}
        >
          {t('draw_read')}
        </Button>
        <Button data-testid="draw-cancel" onClick={() => goTo('add')}>
          {t('cancel')}
        </Button>
      </div>
    </Card>
  )
}

/** Bound to the page of the picture, filled there only when asked: nobody has allowed the site. */
function boundTo(origin: string | null, found: ParsedBackup): ParsedBackup {
  if (origin === null) return found
  const site = { ...siteAt(origin), fill: 'request' } as const
  const entries = found.entries.map((entry) =>
    entry.sites.length > 0 ? entry : { ...entry, sites: [site] },
  )
  return { ...found, entries }
}

function useUrl(image: Blob): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(image)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [image])
  return url
}
