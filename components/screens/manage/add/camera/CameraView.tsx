import { useEffect, useRef } from 'preact/hooks'
import { t } from '@/components/i18n'
import { classes } from '@/components/ui/classes'
import { Spinner } from '@/components/ui/Spinner'
import type { LiveCamera } from '@/utils/platform/camera'
import type { Reading } from '@/utils/qr/decode'
import styles from './CameraView.module.css'

interface CameraViewProps {
  /** Null until it is on. */
  readonly live: LiveCamera | null
  readonly onReading: (reading: Reading) => void
  readonly onFailure: (failure: unknown) => void
}

/** What the camera sees, looked at for codes as long as it is here. */
export function CameraView({ live, onReading, onFailure }: CameraViewProps) {
  const video = useRef<HTMLVideoElement>(null)
  const latest = useRef({ onReading, onFailure })
  latest.current = { onReading, onFailure }
  useEffect(() => {
    const element = video.current
    if (live === null || element === null) return
    let isHere = true
    const isWatched = () => isHere
    element.srcObject = live.stream
    watch(live, element, isWatched, (reading) => latest.current.onReading(reading)).catch(
      (failure) => isHere && latest.current.onFailure(failure),
    )
    return () => {
      isHere = false
      element.srcObject = null
    }
  }, [live])
  return (
    <div class={styles.view}>
      {live === null ? (
        <Spinner label={t('camera_starting')} />
      ) : (
        <>
          <video
            ref={video}
            class={classes(styles.video, live.isMirrored && styles.mirrored)}
            aria-label={t('camera_picture')}
            data-testid="camera-picture"
            autoplay
            muted
            playsInline
          />
          <span class={styles.aim} aria-hidden="true" />
        </>
      )}
    </div>
  )
}

async function watch(
  live: LiveCamera,
  video: HTMLVideoElement,
  isWatched: () => boolean,
  hear: (reading: Reading) => void,
): Promise<void> {
  while (isWatched()) {
    const reading = await live.look(video)
    if (isWatched()) hear(reading)
  }
}
