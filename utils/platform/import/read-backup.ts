import type { ImportStep } from '@/utils/backup/format'
import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { askWorker, type Hearing } from '../ask-worker'
import type { ReadAnswer, ReadFile, ReadRequest } from './worker-messages'

/** How a file is read. */
export interface ReadOptions {
  /** '' where none was given. */
  readonly password: string
  /** Aborting it ends the worker at once, whatever it is at. */
  readonly signal?: AbortSignal
  readonly onStep?: (step: ImportStep) => void
}

/** The signature of `readBackup`. */
export type ReadBackup = typeof readBackup

/**
 * Reads a file of any known format in a worker of this page, which stays responsive; ended after
 * use, for the memory that keys were worked out in is never wiped. Throws what `recognize` and
 * `parseRecognized` throw, and `import-cancelled`.
 */
export async function readBackup(
  bytes: Bytes,
  { password, signal, onStep }: ReadOptions,
): Promise<ReadFile> {
  if (signal?.aborted) throw new AppError('import-cancelled')
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })
  const request: ReadRequest = { bytes, password }
  const cancelled = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(new AppError('import-cancelled')))
  })
  // A worker that breaks off has run out of memory: all that files can bring about is told.
  return await askWorker<ReadAnswer, ReadFile>(
    worker,
    request,
    'kdf-failed',
    hear(onStep),
    cancelled,
  )
}

function hear(onStep: ReadOptions['onStep']) {
  return (answer: ReadAnswer, { resolve, reject }: Hearing<ReadFile>) => {
    if ('step' in answer) onStep?.(answer.step)
    else if ('file' in answer) resolve(answer.file)
    else reject(new AppError(answer.failed, undefined, answer.detail))
  }
}
