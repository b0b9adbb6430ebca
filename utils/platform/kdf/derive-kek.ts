import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import type { DeriveKek } from '@/utils/vault/vault'
import { askWorker } from '../ask-worker'
import type { KdfAnswer, KdfRequest } from './worker-messages'

/**
 * Argon2id in a worker of this page, which stays responsive. The worker is ended after each use:
 * the memory of WebAssembly is never wiped, so it has to go. Throws `kdf-failed`.
 */
export const deriveKek: DeriveKek = async (masterPassword, kdf) => {
  const worker = new Worker(new URL('./argon2.worker.ts', import.meta.url), { type: 'module' })
  const request: KdfRequest = { masterPassword, kdf }
  return askWorker<KdfAnswer, Bytes>(worker, request, 'kdf-failed', (answer, hearing) => {
    if ('kek' in answer) hearing.resolve(answer.kek)
    else hearing.reject(new AppError('kdf-failed'))
  })
}
