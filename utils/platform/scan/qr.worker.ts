import { AppError, toErrorCode } from '@/utils/errors/app-error'
import type { Code } from '@/utils/qr/code'
import { loadReader, readAccounts, readShot, readWhole } from '@/utils/qr/decode'
import type { Box, Picture } from '@/utils/qr/picture'
import { inPixels, onPicture } from './on-picture'
import { readPart, readPicture } from './read-picture'
import type { ScanAhead, ScanAnswer, ScanRequest } from './worker-messages'

// There most often before the picture is; what fails is told when it is needed.
loadReader().catch(() => undefined)

/** Milliseconds. So long squares are read by themselves. */
const longestMs = 200

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
    sentAhead = readAhead(data)
    // Told when it is asked about.
    sentAhead.catch(() => undefined)
  } else {
    postMessage(await scan(data))
  }
})

async function readAhead({ ahead, squares, soon }: ScanAhead): Promise<Ahead> {
  soon.postMessage(await readSquares(ahead, squares).catch(() => null))
  const picture = await readPicture(ahead)
  const whole = readWhole(picture)
  whole.catch(() => undefined)
  return { picture, whole }
}

/** The code of the only account in the squares, or null. What cannot be read so is read with the rest. */
async function readSquares(ahead: ImageBitmap, squares: readonly Box[]): Promise<string | null> {
  const found = new Set<string>()
  await loadReader()
  const untilMs = performance.now() + longestMs
  for (const square of squares) {
    if (performance.now() > untilMs) return null
    const part = readPart(ahead, inPixels(square, ahead))
    for (const payload of part ? await readAccounts(part) : []) found.add(payload)
  }
  const [only = null, ...others] = found
  return others.length === 0 ? only : null
}

async function scan({ image, boxes, frame }: ScanRequest): Promise<ScanAnswer> {
  try {
    const { picture, whole }: Ahead =
      image === null ? await sentAhead : { picture: await readPicture(image) }
    if (frame) {
      const { readFrame } = await import('@/utils/qr/read-frame')
      return { reading: await readFrame(picture, inPixels(frame, picture)) }
    }
    const shot = { ...picture, ...(boxes && onPicture(boxes, picture)) }
    return { reading: await readShot(shot, whole) }
  } catch (error) {
    return { failed: toErrorCode(error) }
  }
}
