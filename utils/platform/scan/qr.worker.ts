import { AppError, toErrorCode } from '@/utils/errors/app-error'
import type { Code } from '@/utils/qr/code'
import { loadReader, readShot, readWhole } from '@/utils/qr/decode'
import type { Picture } from '@/utils/qr/picture'
import { onPicture } from './on-picture'
import { readPicture } from './read-picture'
import type { ScanAhead, ScanAnswer, ScanRequest } from './worker-messages'

// There most often before the picture is; what fails is told when it is needed.
loadReader().catch(() => undefined)

/** A picture, and what is read on all of it. */
interface Ahead {
  readonly picture: Picture
  readonly whole?: Promise<readonly Code[]>
}

let sentAhead: Promise<Ahead> = Promise.reject(new AppError('unexpected', 'nothing was sent ahead'))
sentAhead.catch(() => undefined)

/** Spoken to by the page that started this worker and by nobody else; answers each question. */
globalThis.addEventListener('message', async ({ data }: MessageEvent<ScanAhead | ScanRequest>) => {
  if ('ahead' in data) {
    sentAhead = readAhead(data.ahead)
    // Told when it is asked about.
    sentAhead.catch(() => undefined)
  } else {
    postMessage(await scan(data))
  }
})

async function readAhead(image: Blob): Promise<Ahead> {
  const picture = await readPicture(image)
  const whole = readWhole(picture)
  whole.catch(() => undefined)
  return { picture, whole }
}

async function scan({ image, boxes, frame }: ScanRequest): Promise<ScanAnswer> {
  try {
    const { picture, whole }: Ahead =
      image === null ? await sentAhead : { picture: await readPicture(image) }
    if (frame) {
      const { readFrame } = await import('@/utils/qr/read-frame')
      const [left, top, across, down] = frame
      const { width, height } = picture
      const box = [left * width, top * height, across * width, down * height] as const
      return { reading: await readFrame(picture, box) }
    }
    const shot = { ...picture, ...(boxes && onPicture(boxes, picture)) }
    return { reading: await readShot(shot, whole) }
  } catch (error) {
    return { failed: toErrorCode(error) }
  }
}
