import { toErrorCode } from '@/utils/errors/app-error'
import { decode } from '@/utils/qr/decode'
import { readPicture } from './read-picture'
import type { ScanAnswer } from './worker-messages'

/** Spoken to by the page that started this worker and by nobody else; answers once. */
globalThis.addEventListener('message', async ({ data }: MessageEvent<Blob>) => {
  postMessage(await scan(data))
})

async function scan(image: Blob): Promise<ScanAnswer> {
  try {
    return { payloads: await decode(await readPicture(image)) }
  } catch (error) {
    return { failed: toErrorCode(error) }
  }
}
