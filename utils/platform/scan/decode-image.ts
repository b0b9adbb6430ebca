import { AppError } from '@/utils/errors/app-error'
import type { ScanAnswer } from './worker-messages'

/** How long a picture may take. */
export interface DecodeImageOptions {
  /** From the start of the worker to its answer. 3,000 unless told. */
  readonly timeoutMs?: number
}

/**
 * Every payload of the QR codes in a picture file, empty if there is none. Works in a worker of
 * this page, ended after use: pixels never cross a message and a hostile picture cannot hang the
 * page. Throws `image-unreadable`, `image-too-large`, `scan-too-slow`.
 */
export async function decodeImage(
  image: Blob,
  { timeoutMs = 3000 }: DecodeImageOptions = {},
): Promise<string[]> {
  const worker = new Worker(new URL('./qr.worker.ts', import.meta.url), { type: 'module' })
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('scan-too-slow')), timeoutMs)
  })
  try {
    return await Promise.race([ask(worker, image), tooSlow])
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}

function ask(worker: Worker, image: Blob): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new AppError('image-unreadable'))
    worker.addEventListener('error', fail)
    worker.addEventListener('messageerror', fail)
    worker.addEventListener('message', ({ data }: MessageEvent<ScanAnswer>) => {
      if ('payloads' in data) resolve([...data.payloads])
      else reject(new AppError(data.failed))
    })
    worker.postMessage(image)
  })
}
