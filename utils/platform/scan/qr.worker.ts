import { AppError, toErrorCode } from '@/utils/errors/app-error'
import { decode } from '@/utils/qr/decode'
import type { ScanAnswer, ScanRequest } from './worker-messages'

/** Larger pictures are refused before their pixels are copied. */
const maxPixels = 8192 * 8192

/** Spoken to by the page that started this worker and by nobody else; answers once. */
globalThis.addEventListener('message', async ({ data }: MessageEvent<ScanRequest>) => {
  postMessage(await scan(data.picture))
})

async function scan(picture: Blob): Promise<ScanAnswer> {
  try {
    return { payloads: await decode(await pixelsOf(picture)) }
  } catch (error) {
    return { error: toErrorCode(error) }
  }
}

async function pixelsOf(picture: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(picture).catch(() => {
    throw new AppError('image-unreadable', 'not a picture')
  })
  const { width, height } = bitmap
  if (width * height > maxPixels) throw new AppError('image-unreadable', 'picture too large')
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (context === null) throw new AppError('image-unreadable', 'no canvas to be had')
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  return context.getImageData(0, 0, width, height)
}
