import { useEffect, useRef, useState } from 'preact/hooks'
import { type ErrorCode, toErrorCode } from '@/utils/errors/app-error'
import type { LiveCamera } from '@/utils/platform/camera'
import type { Reading } from '@/utils/qr/decode'
import { type ManageServices, useServices } from '../../services'
import { isComplete, nothingSeen, type Seen, textOfSeen, withReading } from './seen'

/** Why the camera is off again: what went wrong, or that the user left the tab. */
export type WhyOff = ErrorCode | 'left'

/** How far the camera is. */
export type CameraStage =
  | { readonly kind: 'off'; readonly why: WhyOff | null }
  /** The browser may be asking the user. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'on'; readonly live: LiveCamera }

/** The camera, as its card shows it. */
export interface CameraUse {
  readonly stage: CameraStage
  readonly seen: Seen
  readonly start: () => void
  /** Codes of an export that were read stay. */
  readonly stop: () => void
  /** Goes on with the codes of an export that are there. */
  readonly finish: () => void
  /** Forgets what was seen. */
  readonly forget: () => void
  /** What one look of the camera has read. */
  readonly hear: (reading: Reading) => void
  /** Looking failed. */
  readonly fail: (failure: unknown) => void
}

/**
 * The camera, on from a click until it has seen an account or all codes of an export, which it gives
 * to `onDone` as text; until it is stopped, the tab is left or hidden, or it fails.
 */
export function useCamera(onDone: (text: string) => void): CameraUse {
  const { camera } = useServices()
  const [stage, setStage] = useState<CameraStage>({ kind: 'off', why: null })
  const [shown, setShown] = useState(nothingSeen)
  const seen = useRef(nothingSeen)
  /** Switches it off; null while it is. */
  const close = useRef<(() => void) | null>(null)
  const shut = () => {
    close.current?.()
    close.current = null
  }
  useEffect(() => shut, [])
  const show = (next: Seen) => {
    seen.current = next
    setShown(next)
  }
  const end = (why: WhyOff | null) => {
    shut()
    setStage({ kind: 'off', why })
  }
  const finish = () => {
    const text = textOfSeen(seen.current)
    end(null)
    show(nothingSeen)
    onDone(text)
  }
  return {
    stage,
    seen: shown,
    start: () => {
      shut()
      show({ ...seen.current, told: null, emptyLooks: 0 })
      setStage({ kind: 'starting' })
      close.current = openSession(camera, (live) => setStage({ kind: 'on', live }), end)
    },
    stop: () => end(null),
    finish,
    forget: () => show(nothingSeen),
    hear: (reading) => {
      if (close.current === null) return
      show(withReading(seen.current, reading))
      if (isComplete(seen.current)) finish()
    },
    fail: (failure) => close.current && end(toErrorCode(failure)),
  }
}

/** Opens the camera, and has it closed when the tab is hidden. Returns how to close it at any moment. */
function openSession(
  open: ManageServices['camera'],
  onLive: (live: LiveCamera) => void,
  onEnd: (why: WhyOff) => void,
): () => void {
  let live: LiveCamera | null = null
  const closing = new AbortController()
  const { signal } = closing
  const hidden = () => document.hidden && onEnd('left')
  document.addEventListener('visibilitychange', hidden, { signal })
  open().then(
    (opened) => {
      // The user did not wait for it.
      if (signal.aborted) return opened.close()
      live = opened
      opened.onLost(() => signal.aborted || onEnd('camera-lost'))
      onLive(opened)
    },
    (failure) => signal.aborted || onEnd(toErrorCode(failure)),
  )
  return () => {
    closing.abort()
    live?.close()
  }
}
