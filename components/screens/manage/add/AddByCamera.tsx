import { useLayoutEffect, useRef } from 'preact/hooks'
import { errorText, t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import form from '../form.module.css'
import { ReviewCard } from '../review/ReviewCard'
import { goTo } from '../route'
import { CameraTold } from './camera/CameraTold'
import { CameraView } from './camera/CameraView'
import { type CameraUse, useCamera, type WhyOff } from './camera/use-camera'
import { ImportStages } from './ImportStages'
import { useImportReview } from './use-import-review'

/** Accounts from a code that is held in front of the camera: on paper, or on a phone. */
export function AddByCamera() {
  const { review, drop, stage, read, note } = useImportReview()
  const camera = useCamera((text) => read([new File([text], t('camera_title'))], { isAll: true }))
  if (review !== null)
    return (
      <ReviewCard
        review={review}
        placeName={(place) => t('manage_restore_entry', place)}
        note={note}
        onDrop={drop}
        onSaved={() => goTo('accounts')}
      />
    )
  return (
    <Card title={t('camera_title')} text={t('camera_text')}>
      {stage.kind === 'idle' ? (
        <>
          <Camera camera={camera} />
          {stage.error && <Notice tone="error">{stage.error}</Notice>}
        </>
      ) : (
        <ImportStages stage={stage} onFiles={read} />
      )}
    </Card>
  )
}

function Camera({ camera }: { readonly camera: CameraUse }) {
  const { stage, seen, start, stop, finish, forget, hear, fail } = camera
  const isOff = stage.kind === 'off'
  const hasParts = seen.series.codes.length > 0
  const whole = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!isOff) whole.current?.scrollIntoView({ block: 'nearest' })
  }, [isOff])
  return (
    <div ref={whole} class={form.preview}>
      {stage.kind !== 'off' && (
        <CameraView
          live={stage.kind === 'on' ? stage.live : null}
          onReading={hear}
          onFailure={fail}
        />
      )}
      {(!isOff || hasParts) && <CameraTold seen={seen} isStarting={stage.kind === 'starting'} />}
      {stage.kind === 'off' && stage.why && <Reason why={stage.why} />}
      <div class={form.actions}>
        {/* One button, which keeps the focus as it changes. */}
        <Button
          icon="scan"
          data-testid={isOff ? 'camera-start' : 'camera-stop'}
          onClick={isOff ? start : stop}
        >
          {t(isOff ? 'camera_start' : 'camera_stop')}
        </Button>
        {hasParts && (
          <Button data-testid="camera-finish" onClick={finish}>
            {t('manage_series_finish')}
          </Button>
        )}
        {hasParts && isOff && <Button onClick={forget}>{t('cancel')}</Button>}
      </div>
    </div>
  )
}

function Reason({ why }: { readonly why: WhyOff }) {
  if (why === 'left') return <Notice>{t('camera_left')}</Notice>
  return <Notice tone="error">{errorText(why)}</Notice>
}
