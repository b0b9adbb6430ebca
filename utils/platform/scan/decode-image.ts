import { AppError } from '@/utils/errors/app-error'
import type { Reading } from '@/utils/qr/decode'
import type { Box } from '@/utils/qr/picture'
import { askKeptWorker, type Hearing } from '../ask-worker'
import type { PageBox } from './boxes-in-page'
import { type ReadingAhead, startQrWorker } from './qr-worker'
import type { ScanAnswer, ScanRequest } from './worker-messages'

/** How long a picture may take. */
export interface DecodeImageOptions {
  /** From the question, for which the picture must be there, to the answer. 3,000 unless told. */
  readonly timeoutMs?: number
  /** What the page that the picture shows says may be codes. */
  readonly boxes?: readonly PageBox[] | null
  /** Where on the picture there is a code for sure, in shares of it: tried harder, and alone. */
  readonly frame?: Box | null
  /** What reads this picture already, and is ended here. */
  readonly ahead?: ReadingAhead | null
}

/** Reads one picture after the other; each question waits for the last one's answer. */
export interface Decoder {
  /** What the codes in a moving picture's frame say, which is used up by it. Throws as `decodeImage`. */
  readonly read: (frame: ImageBitmap) => Promise<Reading>
  /** Ends its worker, whatever that is doing. */
  readonly end: () => void
}

/**
 * What the QR codes in a picture file say, no payloads if there is none. Works in a worker of
 * this page, ended after use: pixels never cross a message and a hostile picture cannot hang the
 * page. One that is still being made finds the worker ready. Throws `image-unreadable`,
 * `image-too-large`, `scan-too-slow`, and what `image` does.
 */
export async function decodeImage(
  image: Blob | Promise<Blob>,
  { timeoutMs = 3000, boxes = null, frame = null, ahead = null }: DecodeImageOptions = {},
): Promise<Reading> {
  const worker = ahead?.worker ?? startQrWorker()
  try {
    const made = await image
    await ahead?.soon
    return await ask(worker, { image: ahead ? null : made, boxes, frame }, timeoutMs)
  } finally {
    worker.terminate()
  }
}

/** A decoder with a worker that is kept, for what moves: starting one takes longer than reading. */
export function startDecoder(timeoutMs: number): Decoder {
  const worker = startQrWorker()
  return {
    read: (frame) => ask(worker, { image: frame, boxes: null, frame: null }, timeoutMs, [frame]),
    end: () => worker.terminate(),
  }
}

async function ask(
  worker: Worker,
  request: ScanRequest,
  timeoutMs: number,
  transfer: Transferable[] = [],
): Promise<Reading> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const givenUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('scan-too-slow')), timeoutMs)
  })
  const options = { givenUp, transfer }
  const asked = askKeptWorker(worker, request, 'image-unreadable', hear, options)
  return await asked.finally(() => clearTimeout(timer))
}

function hear(answer: ScanAnswer, { resolve, reject }: Hearing<Reading>): void {
  if ('reading' in answer) resolve(answer.reading)
  else reject(new AppError(answer.failed))
}

/**
 * The payloads alone. Throws as `decodeImage`, and `qr-part` where there is nothing but a part of a
 * longer text.
 */
export async function decodePayloads(
  image: Blob,
  options: DecodeImageOptions = {},
): Promise<readonly string[]> {
  const { payloads, hasPart } = await decodeImage(image, options)
  if (payloads.length === 0 && hasPart) throw new AppError('qr-part')
  return payloads
}
