import { type DecodeOpts, decodeQR } from 'qr/decode.js'
import { fromUtf8 } from '@/utils/bytes/utf8'
import type { Gray } from './picture'
import { secondOpinion } from './second-opinion'

/** Pixels the decoder is given for each module. */
const pixelsPerModule = 4
/** Light modules around a code (ISO/IEC 18004 section 9.1). */
const quietModules = 4
/** Only the luma plane is read; one attempt; no clock, so that a picture always gives the same. */
const options: DecodeOpts = {
  format: 'I420',
  effort: 1,
  timeLimit: Number.POSITIVE_INFINITY,
  textDecoder: readBytes,
}

/** The payload of the clearest code in `gray`, null if none can be read. */
export function readCode({ luma, width, height }: Gray): string | null {
  try {
    return decodeQR({ data: luma, width, height }, options) || null
  } catch {
    return null
  }
}

/** The payload of the code whose modules are the pixels of `modules`, null if it is none. */
export function readModules(modules: Gray): string | null {
  const print = printModules(modules)
  return readCode(print) ?? secondOpinion(print)
}

/** Draws `modules` as the decoder likes them: in squares, with a quiet zone around. */
function printModules(modules: Gray): Gray {
  const width = (modules.width + 2 * quietModules) * pixelsPerModule
  const height = (modules.height + 2 * quietModules) * pixelsPerModule
  const margin = quietModules * pixelsPerModule
  const luma = new Uint8Array(width * height).fill(255)
  for (let y = margin; y < height - margin; y += 1) {
    const row = Math.floor((y - margin) / pixelsPerModule) * modules.width
    for (let x = margin; x < width - margin; x += 1) {
      const module = row + Math.floor((x - margin) / pixelsPerModule)
      luma[y * width + x] = modules.luma[module] ?? 255
    }
  }
  return { luma, width, height }
}

/**
 * The text of a byte segment: UTF-8 if it is, else ISO/IEC 8859-1 (ISO/IEC 18004 section 7.3.5).
 * What the code itself says about its character set is often wrong.
 */
function readBytes(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes)
  } catch {
    return String.fromCharCode(...bytes)
  }
}
