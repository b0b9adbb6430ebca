import { expect, test } from 'vitest'
import {
  type Frame,
  firstFrame,
  frameAfter,
  frameBetween,
} from '@/components/screens/manage/add/frame'

const close = (frame: Frame | null) => frame?.map((share) => Math.round(share * 1000) / 1000)

test.each([
  ['to the lower right', [0.1, 0.2, 0.3, 0.5]],
  ['to the upper left', [0.3, 0.5, 0.1, 0.2]],
  ['to the upper right', [0.1, 0.5, 0.3, 0.2]],
])('a frame drawn %s lies between its corners', (_, [ax = 0, ay = 0, bx = 0, by = 0]) => {
  const frame = frameBetween({ x: ax, y: ay }, { x: bx, y: by })
  expect(close(frame)).toEqual([0.1, 0.2, 0.2, 0.3])
})

test('what is drawn past the picture ends at its edge', () => {
  expect(close(frameBetween({ x: -1, y: 0.5 }, { x: 3, y: 2 }))).toEqual([0, 0.5, 1, 0.5])
})

test('a click without a drag is a frame that can be seen', () => {
  expect(close(frameBetween({ x: 1, y: 1 }, { x: 1, y: 1 }))).toEqual([0.98, 0.98, 0.02, 0.02])
})

test.each<[string, boolean, Frame]>([
  ['ArrowLeft', false, [0.28, 0.25, 0.4, 0.5]],
  ['ArrowDown', false, [0.3, 0.27, 0.4, 0.5]],
  ['ArrowRight', true, [0.3, 0.25, 0.42, 0.5]],
  ['ArrowUp', true, [0.3, 0.25, 0.4, 0.48]],
])('%s moves the frame; with Shift (%s) it sizes it', (key, resizes, expected) => {
  expect(close(frameAfter(firstFrame, key, resizes))).toEqual(expected)
})

test('the keys stop at the edges and at the smallest frame', () => {
  expect(close(frameAfter([0, 0, 0.02, 1], 'ArrowLeft', true))).toEqual([0, 0, 0.02, 1])
  expect(close(frameAfter([0.6, 0, 0.4, 1], 'ArrowRight', false))).toEqual([0.6, 0, 0.4, 1])
  expect(frameAfter(firstFrame, 'a', false)).toBeNull()
})
