import jsQR from 'jsqr'
import { decodeQRBatch, type FinderPoints } from 'qr/decode.js'
import { boxAround, type Code, type ReadCodes } from './code'
import type { Box, Picture } from './picture'
import { textOf } from './text-of'

/** Milliseconds for what `qr` tries after its first look at a picture. */
const retriesMs = 300
/** jsQR takes seconds over pictures that are larger than a crop. */
const maxCropPixels = 1_000_000

/** The readers where there is no WebAssembly: slower, and together about as good. */
export const readByScripts: ReadCodes = async (picture) => {
  const codes = await readByQr(picture)
  if (codes.length > 0 || picture.width * picture.height > maxCropPixels) return codes
  return readByJsQr(picture)
}

async function readByQr(picture: Picture): Promise<readonly Code[]> {
  const { width, height } = picture
  const places = new Map<string, Box>()
  const pointsOnDetect = ({ boundingBox: at }: FinderPoints, text: string | Error) => {
    if (typeof text === 'string') places.set(text, [at.x, at.y, at.width, at.height])
  }
  const [results = []] = await decodeQRBatch([picture], {
    ...{ effort: 4, timeLimit: retriesMs, maxSize: { width, height } },
    ...{ textDecoder: textOf, pointsOnDetect },
  })
  return results
    .filter((text) => typeof text === 'string')
    .map((text) => ({ text, box: places.get(text) ?? [0, 0, 0, 0], isPart: false }))
}

/** It knows Kanji mode (ISO/IEC 18004 section 7.4.6), which the other one lacks. */
function readByJsQr({ data, width, height }: Picture): readonly Code[] {
  const code = jsQR(data, width, height, { inversionAttempts: 'attemptBoth' })
  if (!code) return []
  const { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner } = code.location
  return [
    {
      text: textOf(Uint8Array.from(code.binaryData)),
      box: boxAround([topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner]),
      isPart: false,
    },
  ]
}
