import { runScrypt, type ScryptAnswer, type ScryptRequest } from './scrypt'

/** Spoken to by the page that started this worker and by nobody else; answers once. */
globalThis.addEventListener('message', async ({ data }: MessageEvent<ScryptRequest>) => {
  const answer = await derive(data)
  postMessage(answer, { transfer: 'key' in answer ? [answer.key.buffer] : [] })
})

async function derive(request: ScryptRequest): Promise<ScryptAnswer> {
  try {
    return { key: await runScrypt(request) }
  } catch {
    return { failed: true }
  }
}
