import { useEffect, useRef } from 'preact/hooks'
import { t } from '@/components/i18n'
import styles from './FrameField.module.css'
import { type Frame, frameAfter, frameBetween } from './frame'

interface FrameFieldProps {
  /** The address of the picture. */
  readonly picture: string
  readonly frame: Frame
  readonly onFrame: (frame: Frame) => void
  readonly onDone: () => void
}

/** A picture with a frame on it, drawn with the pointer or moved with the arrow keys. */
export function FrameField({ picture, frame, onFrame, onDone }: FrameFieldProps) {
  const surface = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const corner = useRef<{ readonly x: number; readonly y: number } | null>(null)
  useEffect(() => button.current?.focus(), [])
  const at = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = surface.current?.getBoundingClientRect() ?? new DOMRect()
    return { x: (clientX - left) / width, y: (clientY - top) / height }
  }
  const [left, top, width, height] = frame.map((share) => `${share * 100}%`)
  return (
    <div
      ref={surface}
      class={styles.picture}
      data-testid="draw-surface"
      onPointerDown={(event) => {
        event.preventDefault()
        corner.current = at(event)
        hold(surface.current, event.pointerId)
      }}
      onPointerMove={(event) => {
        if (corner.current) onFrame(frameBetween(corner.current, at(event)))
      }}
      onPointerUp={() => {
        corner.current = null
        button.current?.focus()
      }}
      onPointerCancel={() => {
        corner.current = null
      }}
    >
      <img src={picture} alt={t('draw_picture')} draggable={false} />
      <button
        ref={button}
        type="button"
        class={styles.frame}
        style={{ left, top, width, height }}
        aria-label={t('draw_frame')}
        data-testid="draw-frame"
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            return onDone()
          }
          const next = frameAfter(frame, event.key, event.shiftKey)
          if (next === null) return
          event.preventDefault()
          onFrame(next)
        }}
      />
    </div>
  )
}

/** Follows the pointer outside of the picture too, where it is still there. */
function hold(surface: HTMLElement | null, pointerId: number): void {
  try {
    surface?.setPointerCapture(pointerId)
  } catch {
    // A finger may be off the glass before its touch is heard of; drawing goes on without.
  }
}
