import type { Gray } from './picture'

/** Edges of something upright on a picture, in pixels. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where the modules of an upright code lie on a picture: all of them equally large. */
export interface Grid extends Frame {
  /** Modules along each side. */
  readonly modules: number
}

/** A picture, for quick means of any part of it. */
export interface Sums {
  /** For each corner of a pixel, row by row, the sum of all above and to the left of it. */
  readonly sums: Uint32Array
  readonly width: number
  readonly height: number
}

/** How light the inner half of the module at (x, y) is: shapes of all kinds are full there. */
export function shadeOf(sums: Sums, grid: Grid, x: number, y: number): number {
  const across = (grid.right - grid.left) / grid.modules
  const down = (grid.bottom - grid.top) / grid.modules
  const left = Math.min(sums.width - 1, Math.max(0, grid.left + (x + 0.25) * across))
  const top = Math.min(sums.height - 1, Math.max(0, grid.top + (y + 0.25) * down))
  const right = Math.min(sums.width, left + across / 2)
  const bottom = Math.min(sums.height, top + down / 2)
  const sum =
    sumTo(sums, right, bottom) +
    sumTo(sums, left, top) -
    sumTo(sums, right, top) -
    sumTo(sums, left, bottom)
  return sum / ((right - left) * (bottom - top))
}

/** The sum of all above and to the left of a place, with the parts of pixels there. */
function sumTo({ sums, width, height }: Sums, x: number, y: number): number {
  const column = Math.min(width - 1, Math.floor(x))
  const row = Math.min(height - 1, Math.floor(y))
  const across = x - column
  const at = row * (width + 1) + column
  const below = at + width + 1
  const upper = (sums[at] ?? 0) * (1 - across) + (sums[at + 1] ?? 0) * across
  const lower = (sums[below] ?? 0) * (1 - across) + (sums[below + 1] ?? 0) * across
  return upper + (lower - upper) * (y - row)
}

/** Adds up the shades of a picture. */
export function toSums({ luma, width, height }: Gray): Sums {
  const sums = new Uint32Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      row += luma[y * width + x] ?? 0
      const at = (y + 1) * (width + 1) + x + 1
      sums[at] = (sums[at - width - 1] ?? 0) + row
    }
  }
  return { sums, width, height }
}
