import { AppError } from '@/utils/errors/app-error'
import type { Box } from '@/utils/qr/picture'
import type { ScanAhead } from './worker-messages'

/** A worker that reads a picture before it is asked about it; whoever has it ends it. */
export interface ReadingAhead {
  readonly worker: Worker
  /**
   * What the code of the one account in the squares says, long before all is read; null where there is
   * none, or several, or nothing is read in time. From then on the worker may be asked. Fails as
   * the making of the picture does, and with `image-unreadable`.
   */
  readonly soon: Promise<string | null>
}

/** Milliseconds. Squares that take longer to read are told of with the rest. */
const soonMs = 500

/** Starts the worker that reads codes; whoever has it ends it. */
export function startQrWorker(): Worker {
  return new Worker(new URL('./qr.worker.ts', import.meta.url), { type: 'module' })
}

/**
 * The same for a picture that is still being made: as soon as it is there, the worker reads it,
 * first what stands in `squares`. The picture is the browser's own, of what it shows: it is decoded
 * here while the worker starts.
 */
export function readAhead(picture: Promise<Blob>, squares: readonly Box[]): ReadingAhead {
  const worker = startQrWorker()
  const { port1, port2 } = new MessageChannel()
  const soon = new Promise<string | null>((resolve, reject) => {
    const fail = () => reject(new AppError('image-unreadable'))
    worker.addEventListener('error', fail, { once: true })
    port1.onmessage = ({ data }) => resolve(data)
    const send = (ahead: ImageBitmap) => {
      const message: ScanAhead = { ahead, squares, soon: port2 }
      worker.postMessage(message, [ahead, port2])
      setTimeout(resolve, soonMs, null)
    }
    picture.then((made) => createImageBitmap(made).then(send).catch(fail), reject)
  }).finally(() => port1.close())
  // Who asks about it is told.
  soon.catch(() => undefined)
  return { worker, soon }
}
