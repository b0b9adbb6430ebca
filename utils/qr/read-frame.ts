import type { Code, ReadCodes } from './code'
import { cropGray, crops, toPicture } from './crop'
import { loadReader, type Reading, toReading } from './decode'
import { enlarge } from './enlarge'
import { findBoxes } from './find-boxes'
import type { Box, Picture } from './picture'

/** Small codes are enlarged until their side comes to about this. */
const readableSide = 900
/** A frame drawn by hand cuts a code's edge off, or takes much besides. */
const slack = 0.06
/** Places of one frame that are tried by themselves. */
const maxPlaces = 4

/**
 * What the codes in `box` say, part of a picture where a person or a page says that there is one:
 * tried in every way there is, for as long as it takes, until something is read.
 */
export async function readFrame(picture: Picture, box: Box): Promise<Reading> {
  const read = await loadReader()
  const { readByScripts } = await import('./scripts')
  const [left, top, width, height] = box
  const [x, y] = [width * slack, height * slack]
  const wide: Box = [left - x, top - y, width + 2 * x, height + 2 * y]
  for (const tried of triesOf(picture, box, wide)) {
    for (const readIt of [read, readByScripts]) {
      const codes = await readOnPaper(readIt, tried)
      if (codes.length > 0) return toReading(codes)
    }
  }
  return toReading([])
}

function* triesOf(picture: Picture, box: Box, wide: Box): Generator<Picture> {
  const parts = [box, wide].map((each) => cropGray(picture, each))
  for (const part of parts) yield toPicture(part)
  for (const part of parts) {
    const side = Math.min(part.width, part.height)
    const most = Math.min(4, Math.ceil(readableSide / Math.max(1, side)))
    for (let factor = 2; factor <= most; factor += 1) yield toPicture(enlarge(part, factor))
  }
  for (const part of parts) {
    const whole = toPicture(part)
    for (const place of findBoxes(whole).slice(0, maxPlaces))
      yield toPicture(cropGray(whole, place))
  }
}

/** As it is, for a frame around several codes, and then on clean paper. */
async function readOnPaper(read: ReadCodes, picture: Picture): Promise<readonly Code[]> {
  const { width, height } = picture
  if (!(Math.min(width, height) > 0)) return []
  const plain = await read(picture)
  if (plain.length > 0) return plain
  for (const crop of crops(picture, [0, 0, width, height])) {
    const codes = await read(crop)
    if (codes.length > 0) return codes
  }
  return []
}
