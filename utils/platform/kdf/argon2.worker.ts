import { runArgon2id } from './argon2'
import type { KdfAnswer, KdfRequest } from './worker-messages'

/** Spoken to by the page that started this worker and by nobody else; answers once. */
globalThis.addEventListener('message', async ({ data }: MessageEvent<KdfRequest>) => {
  const answer = await derive(data)
  postMessage(answer, { transfer: 'kek' in answer ? [answer.kek.buffer] : [] })
})

async function derive({ masterPassword, kdf }: KdfRequest): Promise<KdfAnswer> {
  try {
    return { kek: await runArgon2id(masterPassword, kdf) }
  } catch {
    return { failed: true }
  }
}
