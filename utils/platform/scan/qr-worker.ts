import type { ScanAhead } from './worker-messages'

/** Starts the worker that reads codes; whoever has it ends it. */
export function startQrWorker(): Worker {
  return new Worker(new URL('./qr.worker.ts', import.meta.url), { type: 'module' })
}

/** The same for a picture that is still being made: as soon as it is there, the worker reads it. */
export function readAhead(picture: Promise<Blob>): Worker {
  const worker = startQrWorker()
  const send = (ahead: Blob) => worker.postMessage({ ahead } satisfies ScanAhead)
  // Who asks about it is told of a failure.
  picture.then(send, () => undefined)
  return worker
}
