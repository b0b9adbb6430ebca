import type { Region } from './regions'

/** Where the modules of a code lie: module (column, row) is around start + column * u + row * v. */
export interface Axes {
  readonly x: number
  readonly y: number
  /** From one column to the next, in pixels. */
  readonly ux: number
  readonly uy: number
  /** From one row to the next, in pixels. */
  readonly vx: number
  readonly vy: number
}

/** The axes of a code of `size` modules in `region`, seen straight on. */
export function axesOf({ corner, right, below }: Region, size: number): Axes {
  const span = size - 7
  const [ux, uy] = [(right.x - corner.x) / span, (right.y - corner.y) / span]
  const [vx, vy] = [(below.x - corner.x) / span, (below.y - corner.y) / span]
  // The middle of a finder is the middle of module 3.
  return { x: corner.x - 3 * (ux + vx), y: corner.y - 3 * (uy + vy), ux, uy, vx, vy }
}
