/** A frame on a picture, in shares of it: left, top, width, height. */
export type Frame = readonly [left: number, top: number, width: number, height: number]

interface Point {
  readonly x: number
  readonly y: number
}

/** No smaller than this, in shares of the picture. */
const least = 0.02
/** One press of a key, in shares of the picture. */
const step = 0.02

/** Where it stands before it is drawn: in the middle. */
export const firstFrame: Frame = [0.3, 0.25, 0.4, 0.5]

/** The frame between two corners, wherever they were drawn from. */
export function frameBetween(a: Point, b: Point): Frame {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)].map(within)
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)].map(within)
  return fitted([left ?? 0, top ?? 0, (right ?? 0) - (left ?? 0), (bottom ?? 0) - (top ?? 0)])
}

/** The frame after an arrow key: moved, or with Shift made larger or smaller; null for other keys. */
export function frameAfter(frame: Frame, key: string, resizes: boolean): Frame | null {
  const [x, y] = arrows[key] ?? [0, 0]
  if (x === 0 && y === 0) return null
  const [left, top, width, height] = frame
  return fitted(resizes ? [left, top, width + x, height + y] : [left + x, top + y, width, height])
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

function fitted([left, top, width, height]: Frame): Frame {
  const [across, down] = [Math.min(1, Math.max(least, width)), Math.min(1, Math.max(least, height))]
  return [Math.min(1 - across, within(left)), Math.min(1 - down, within(top)), across, down]
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share))
}
