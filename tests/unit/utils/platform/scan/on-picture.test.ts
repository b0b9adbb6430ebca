import { expect, test } from 'vitest'
import { onPicture } from '@/utils/platform/scan/on-picture'

test.each([0.5, 1, 1.25, 3])('boxes stand where they are at a pixel ratio of %d', (ratio) => {
  const boxes = [
    { box: [0.25, 0.5, 0.1, 0.2], isCut: false },
    { box: [0.5, 0, 0.25, 0.25], isCut: true },
  ] as const
  const placed = onPicture(boxes, { width: 1280 * ratio, height: 720 * ratio })
  const [left, top, width, height] = placed.cands[0] ?? []
  expect([left, top, width, height]).toEqual([320, 360, 128, 144].map((each) => each * ratio))
  expect(placed.cands).toHaveLength(2)
  expect(placed.cut).toEqual([[640, 0, 320, 180].map((each) => each * ratio)])
})
