import type { Shot } from '@/utils/qr/decode'
import type { PageBox } from './boxes-in-page'

/** Where boxes of a page stand on a picture of all that is in view of it, in pixels. */
export function onPicture(
  boxes: readonly PageBox[],
  { width, height }: Pick<Shot, 'width' | 'height'>,
): Required<Pick<Shot, 'cands' | 'cut'>> {
  const placed = boxes.map(({ box: [left, top, across, down], isCut }) => ({
    box: [left * width, top * height, across * width, down * height] as const,
    isCut,
  }))
  return {
    cands: placed.map(({ box }) => box),
    cut: placed.filter(({ isCut }) => isCut).map(({ box }) => box),
  }
}
