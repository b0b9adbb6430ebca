import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import type { ScryptAnswer, ScryptRequest } from './scrypt'

/**
 * scrypt in a worker of this page, which stays responsive; ended after each use, for the memory of
 * WebAssembly is never wiped. Throws `kdf-failed`.
 */
export async function deriveScrypt(
  password: string,
  salt: Bytes,
  cost: { readonly n: number; readonly r: number; readonly p: number },
): Promise<Bytes> {
  const worker = new Worker(new URL('./scrypt.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await ask(worker, { password, salt, ...cost })
  } finally {
    worker.terminate()
  }
}

function ask(worker: Worker, request: ScryptRequest): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new AppError('kdf-failed'))
    worker.addEventListener('error', fail)
    worker.addEventListener('messageerror', fail)
    worker.addEventListener('message', ({ data }: MessageEvent<ScryptAnswer>) => {
      if ('key' in data) resolve(data.key)
      else fail()
    })
    worker.postMessage(request)
  })
}
