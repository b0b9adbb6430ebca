import type { ImportStep } from '@/utils/backup/format'
import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import type { ReadAnswer, ReadFile, ReadRequest } from './worker-messages'

/** How a file is read. */
export interface ReadOptions {
  /** '' where none was given. */
  readonly password: string
  /** Aborting it ends the worker at once, whatever it is at. */
  readonly signal: AbortSignal
  readonly onStep: (step: ImportStep) => void
}

/** The signature of `readBackup`. */
export type ReadBackup = typeof readBackup

/**
 * Reads a file of any known format in a worker of this page, which stays responsive; ended after
 * use, for the memory that keys were worked out in is never wiped. Throws what `recognize` and
 * `parseRecognized` throw, and `import-cancelled`.
 */
export async function readBackup(bytes: Bytes, options: ReadOptions): Promise<ReadFile> {
  if (options.signal.aborted) throw new AppError('import-cancelled')
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await ask(worker, bytes, options)
  } finally {
    worker.terminate()
  }
}

function ask(worker: Worker, bytes: Bytes, options: ReadOptions): Promise<ReadFile> {
  const { password, signal, onStep } = options
  return new Promise((resolve, reject) => {
    // A worker that breaks off has run out of memory: all that files can bring about is told.
    const fail = () => reject(new AppError('kdf-failed'))
    worker.addEventListener('error', fail)
    worker.addEventListener('messageerror', fail)
    signal.addEventListener('abort', () => reject(new AppError('import-cancelled')))
    worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => {
      if ('step' in data) onStep(data.step)
      else if ('file' in data) resolve(data.file)
      else reject(new AppError(data.failed, undefined, data.detail))
    })
    const request: ReadRequest = { bytes, password }
    worker.postMessage(request)
  })
}
