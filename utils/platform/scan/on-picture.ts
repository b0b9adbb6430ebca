import type { Shot } from '@/utils/qr/decode'
import type { Box } from '@/utils/qr/picture'
import type { PageBox } from './boxes-in-page'

type Size = Pick<Shot, 'width' | 'height'>

/** Where boxes of a page stand on a picture of all that is in view of it, in pixels. */
export function onPicture(
  boxes: readonly PageBox[],
  size: Size,
): Required<Pick<Shot, 'cands' | 'cut'>> {
  const placed = boxes.map(({ box, isCut }) => ({ box: inPixels(box, size), isCut }))
  return {
    cands: placed.map(({ box }) => box),
    cut: placed.filter(({ isCut }) => isCut).map(({ box }) => box),
  }
}

/** A box in shares of a picture, in its pixels. */
export function inPixels([left, top, across, down]: Box, { width, height }: Size): Box {
  return [left * width, top * height, across * width, down * height]
}
