import { AppError, type ErrorCode } from '@/utils/errors/app-error'

/** How one answer of a worker is heard: by either of these the question ends. */
export interface Hearing<T> {
  readonly resolve: (value: T) => void
  readonly reject: (error: AppError) => void
}

/** How a question is put, besides its words. */
export interface AskOptions {
  /** By what this rejects with, the question is given up. */
  readonly givenUp?: Promise<never>
  /** What of the request the worker gets for itself: it is gone here then. */
  readonly transfer?: Transferable[]
}

/**
 * Asks a worker one thing and ends it: what it worked with is never wiped otherwise, and a hostile
 * file cannot go on. Throws as `askKeptWorker` does.
 */
export async function askWorker<Answer, T>(
  worker: Worker,
  request: unknown,
  failed: ErrorCode,
  hear: (answer: Answer, hearing: Hearing<T>) => void,
  givenUp?: Promise<never>,
): Promise<T> {
  try {
    return await askKeptWorker(worker, request, failed, hear, givenUp ? { givenUp } : {})
  } finally {
    worker.terminate()
  }
}

/**
 * Asks a worker one thing; it stays for the next, which waits for the answer. `hear` is called with
 * each answer. Throws `failed` where the worker breaks off or cannot answer, what `hear` rejects
 * with, and what `givenUp` does.
 */
export async function askKeptWorker<Answer, T>(
  worker: Worker,
  request: unknown,
  failed: ErrorCode,
  hear: (answer: Answer, hearing: Hearing<T>) => void,
  { givenUp, transfer = [] }: AskOptions = {},
): Promise<T> {
  const done = new AbortController()
  const { signal } = done
  try {
    return await new Promise<T>((resolve, reject) => {
      const fail = () => reject(new AppError(failed))
      givenUp?.catch(reject)
      worker.addEventListener('error', fail, { signal })
      worker.addEventListener('messageerror', fail, { signal })
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<Answer>) => hear(data, { resolve, reject }),
        { signal },
      )
      worker.postMessage(request, transfer)
    })
  } finally {
    done.abort()
  }
}
