import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import type { DeriveKek } from '@/utils/vault/vault'
import type { KdfAnswer, KdfRequest } from './worker-messages'

/**
 * Argon2id in a worker of this page, which stays responsive. The worker is ended after each use:
 * the memory of WebAssembly is never wiped, so it has to go. Throws `kdf-failed`.
 */
export const deriveKek: DeriveKek = async (masterPassword, kdf) => {
  const worker = new Worker(new URL('./argon2.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await ask(worker, { masterPassword, kdf })
  } finally {
    worker.terminate()
  }
}

function ask(worker: Worker, request: KdfRequest): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new AppError('kdf-failed'))
    worker.addEventListener('error', fail)
    worker.addEventListener('messageerror', fail)
    worker.addEventListener('message', ({ data }: MessageEvent<KdfAnswer>) => {
      if ('kek' in data) resolve(data.kek)
      else fail()
    })
    worker.postMessage(request)
  })
}
