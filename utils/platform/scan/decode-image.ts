import { AppError } from '@/utils/errors/app-error'
import type { ScanAnswer, ScanRequest } from './worker-messages'

/**
 * Every QR payload in a picture, decoded in a worker of this page, which stays responsive. The
 * worker is started on demand and ended after use or at the limit. Throws `image-unreadable`,
 * `scan-too-slow`.
 */
export async function decodeImage(
  picture: Blob,
  { timeoutMs = 3000 }: { readonly timeoutMs?: number } = {},
): Promise<readonly string[]> {
  const worker = new Worker(new URL('./qr.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await ask(worker, { picture }, timeoutMs)
  } finally {
    worker.terminate()
  }
}

function ask(worker: Worker, request: ScanRequest, timeoutMs: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new AppError('scan-too-slow')), timeoutMs)
    const settle = (answer: ScanAnswer) => {
      clearTimeout(timer)
      if ('payloads' in answer) resolve(answer.payloads)
      else reject(new AppError(answer.error))
    }
    worker.addEventListener('error', () => settle({ error: 'image-unreadable' }))
    worker.addEventListener('messageerror', () => settle({ error: 'image-unreadable' }))
    worker.addEventListener('message', ({ data }: MessageEvent<ScanAnswer>) => settle(data))
    worker.postMessage(request)
  })
}
