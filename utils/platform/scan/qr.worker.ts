import { toErrorCode } from '@/utils/errors/app-error'
import { loadReader, readShot } from '@/utils/qr/decode'
import { onPicture } from './on-picture'
import { readPicture } from './read-picture'
import type { ScanAnswer, ScanRequest } from './worker-messages'

// There most often before the picture is; what fails is told when it is needed.
loadReader().catch(() => undefined)

/** Spoken to by the page that started this worker and by nobody else; answers once. */
globalThis.addEventListener('message', async ({ data }: MessageEvent<ScanRequest>) => {
  postMessage(await scan(data))
})

async function scan({ image, boxes, frame }: ScanRequest): Promise<ScanAnswer> {
  try {
    const { data, width, height } = await readPicture(image)
    if (frame) {
      const { readFrame } = await import('@/utils/qr/read-frame')
      const [left, top, across, down] = frame
      const box = [left * width, top * height, across * width, down * height] as const
      return { reading: await readFrame({ data, width, height }, box) }
    }
    const shot = { data, width, height, ...(boxes && onPicture(boxes, { width, height })) }
    return { reading: await readShot(shot) }
  } catch (error) {
    return { failed: toErrorCode(error) }
  }
}
