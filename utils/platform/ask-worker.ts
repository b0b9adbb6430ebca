import { AppError, type ErrorCode } from '@/utils/errors/app-error'

/** How one answer of a worker is heard: by either of these the question ends. */
export interface Hearing<T> {
  readonly resolve: (value: T) => void
  readonly reject: (error: AppError) => void
}

/**
 * Asks a worker one thing and ends it: what it worked with is never wiped otherwise, and a hostile
 * file cannot go on. `hear` is called with each answer. Throws `failed` where the worker breaks off
 * or cannot answer, what `hear` rejects with, and what `givenUp` does: the worker ends then, too.
 */
export async function askWorker<Answer, T>(
  worker: Worker,
  request: unknown,
  failed: ErrorCode,
  hear: (answer: Answer, hearing: Hearing<T>) => void,
  givenUp?: Promise<never>,
): Promise<T> {
  try {
    return await new Promise<T>((resolve, reject) => {
      const fail = () => reject(new AppError(failed))
      givenUp?.catch(reject)
      worker.addEventListener('error', fail)
      worker.addEventListener('messageerror', fail)
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) =>
        hear(data, { resolve, reject }),
      )
      worker.postMessage(request)
    })
  } finally {
    worker.terminate()
  }
}
