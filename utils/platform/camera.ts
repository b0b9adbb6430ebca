import { AppError, type ErrorCode } from '@/utils/errors/app-error'
import type { Reading } from '@/utils/qr/decode'
import { startDecoder } from './scan/decode-image'

/*
 * [Note: The camera] A page of an extension asks for the camera like any page, by a prompt of the
 * browser, and the manifest need not name it. A stream that a video shows is no request, so our
 * content policy has no rule for it: measured in Chromium 156 and Firefox 153. Frames go from the
 * video to the decoder's worker and nowhere else.
 */

/** A camera that is on. */
export interface LiveCamera {
  /** For a video element to show. */
  readonly stream: MediaStream
  /** It looks at the user, who expects a mirror. */
  readonly isMirrored: boolean
  /**
   * What the codes say that the video shows: a while after the last look, so that there are no more
   * than four in a second. Throws `scan-too-slow`, `image-unreadable`.
   */
  readonly look: (video: HTMLVideoElement) => Promise<Reading>
  /** Calls back once it gives no picture any more: unplugged, or switched off in the browser. */
  readonly onLost: (told: () => void) => void
  /** Switches it off, and its light. */
  readonly close: () => void
}

/** Milliseconds from one look to the next. */
const paceMs = 250
/** Milliseconds that one frame may take. */
const timeoutMs = 10_000

const unread: Reading = { payloads: [], hasPart: false, hasCut: false }

/** What browsers call it when they give no camera. */
const reasons: Readonly<Record<string, ErrorCode>> = {
  NotFoundError: 'camera-missing',
  OverconstrainedError: 'camera-missing',
  NotAllowedError: 'camera-refused',
  SecurityError: 'camera-refused',
  NotReadableError: 'camera-busy',
  AbortError: 'camera-busy',
}

/**
 * Switches the camera on; the browser may ask the user first. Throws `camera-missing`,
 * `camera-refused`, `camera-busy`.
 */
export async function openCamera(): Promise<LiveCamera> {
  const stream = await askForStream()
  const [track] = stream.getVideoTracks()
  const decoder = startDecoder(timeoutMs)
  let lastAtMs = 0
  return {
    stream,
    isMirrored: track?.getSettings().facingMode !== 'environment',
    look: async (video) => {
      await sleep(lastAtMs + paceMs - performance.now())
      lastAtMs = performance.now()
      // Its first frame has not come yet.
      if (video.readyState < 2) return unread
      return await decoder.read(await createImageBitmap(video))
    },
    onLost: (told) => track?.addEventListener('ended', told, { once: true }),
    close: () => {
      decoder.end()
      for (const each of stream.getTracks()) each.stop()
    },
  }
}

async function askForStream(): Promise<MediaStream> {
  const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices }
  if (mediaDevices === undefined) throw new AppError('camera-missing')
  try {
    // A phone's or tablet's back, and large enough for the small modules of long texts.
    const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } }
    return await mediaDevices.getUserMedia({ video, audio: false })
  } catch (failure) {
    const name = failure instanceof Error ? failure.name : ''
    throw new AppError(reasons[name] ?? 'unexpected')
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))
}
