import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { askWorker } from '../ask-worker'
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
  const request: ScryptRequest = { password, salt, ...cost }
  return askWorker<ScryptAnswer, Bytes>(worker, request, 'kdf-failed', (answer, hearing) => {
    if ('key' in answer) hearing.resolve(answer.key)
    else hearing.reject(new AppError('kdf-failed'))
  })
}
