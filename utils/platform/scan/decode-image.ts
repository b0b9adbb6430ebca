import { AppError } from '@/utils/errors/app-error'
import type { Reading } from '@/utils/qr/decode'
import type { Box } from '@/utils/qr/picture'
import { askWorker, type Hearing } from '../ask-worker'
import type { PageBox } from './boxes-in-page'
import type { ScanAnswer, ScanRequest } from './worker-messages'

/** How long a picture may take. */
export interface DecodeImageOptions {
  /** From the start of the worker to its answer. 3,000 unless told. */
  readonly timeoutMs?: number
  /** What the page that the picture shows says may be codes. */
  readonly boxes?: readonly PageBox[] | null
  /** Where on the picture there is a code for sure, in shares of it: tried harder, and alone. */
  readonly frame?: Box | null
}

/**
 * What the QR codes in a picture file say, no payloads if there is none. Works in a worker of
 * this page, ended after use: pixels never cross a message and a hostile picture cannot hang the
 * page. Throws `image-unreadable`, `image-too-large`, `scan-too-slow`.
 */
export async function decodeImage(
  image: Blob,
  { timeoutMs = 3000, boxes = null, frame = null }: DecodeImageOptions = {},
): Promise<Reading> {
  const worker = new Worker(new URL('./qr.worker.ts', import.meta.url), { type: 'module' })
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('scan-too-slow')), timeoutMs)
  })
  const request: ScanRequest = { image, boxes, frame }
  const asked = askWorker<ScanAnswer, Reading>(worker, request, 'image-unreadable', hear, tooSlow)
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
