import { AppError } from '@/utils/errors/app-error'
import type { Box } from '@/utils/qr/picture'
import type { ScanAhead } from './worker-messages'

/** A worker that reads a picture before it is asked about it. */
export interface ReadingAhead {
  readonly worker: Worker
  /** It has the picture. Fails as the making of it does, and with `image-unreadable`. */
  readonly sent: Promise<void>
  /** What the set-up codes in the squares say, long before all is read; none where that fails. */
  readonly soon: Promise<readonly string[]>
}

/** Milliseconds. Squares that take longer to read are told of with the rest. */
const soonMs = 500

/** Starts the worker that reads codes; whoever has it ends it. */
export function startQrWorker(): Worker {
  return new Worker(new URL('./qr.worker.ts', import.meta.url), { type: 'module' })
}

/**
 * The same for a picture that is still being made: as soon as it is there, the worker reads it,
 * first what stands in `squares`.
 */
export function readAhead(picture: Promise<Blob>, squares: readonly Box[]): ReadingAhead {
  const worker = startQrWorker()
  const { port1, port2 } = new MessageChannel()
  // Decoded while the worker starts.
  const sent = picture.then(toBitmap).then((ahead) => {
    worker.postMessage({ ahead, squares, soon: port2 } satisfies ScanAhead, [ahead, port2])
  })
  // Who asks about it is told.
  sent.catch(() => undefined)
  const soon = sent.then(
    () =>
      new Promise<readonly string[]>((resolve) => {
        port1.onmessage = ({ data }) => resolve(data)
        setTimeout(resolve, soonMs, [])
      }),
    () => [],
  )
  return { worker, sent, soon }
}

async function toBitmap(picture: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(picture)
  } catch {
    throw new AppError('image-unreadable')
  }
}
