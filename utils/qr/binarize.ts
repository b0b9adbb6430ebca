import type { Bits, Gray } from './picture'

/** Side of the square blocks whose contrast is measured, in pixels. */
const blockSize = 8
/** Blocks with less contrast than this say nothing about where dark ends and light begins. */
const minContrast = 14
/** How many blocks to each side share a threshold. */
const reach = 2

interface Extremes {
  readonly darkest: Uint8Array
  readonly lightest: Uint8Array
  readonly columns: number
  readonly rows: number
}

/**
 * Which pixels are dark (1) and which light (0), judged by the contrast nearby, so that shades and
 * coloured grounds do not matter. Even ground takes the threshold of what lies to its left.
 */
export function binarize(gray: Gray): Bits {
  const { luma, width, height } = gray
  const blocks = blockExtremes(gray)
  const bits = new Uint8Array(width * height)
  for (let row = 0; row < blocks.rows; row += 1) {
    let threshold = 128
    for (let column = 0; column < blocks.columns; column += 1) {
      threshold = thresholdAround(blocks, column, row) ?? threshold
      const right = Math.min(width, (column + 1) * blockSize)
      const bottom = Math.min(height, (row + 1) * blockSize)
      for (let y = row * blockSize; y < bottom; y += 1) {
        for (let x = column * blockSize; x < right; x += 1) {
          const pixel = y * width + x
          bits[pixel] = (luma[pixel] ?? 0) < threshold ? 1 : 0
        }
      }
    }
  }
  return { bits, width, height }
}

/** The darkest and the lightest pixel of each block, row by row. */
function blockExtremes({ luma, width, height }: Gray): Extremes {
  const columns = Math.ceil(width / blockSize)
  const rows = Math.ceil(height / blockSize)
  const darkest = new Uint8Array(columns * rows).fill(255)
  const lightest = new Uint8Array(columns * rows)
  for (let y = 0; y < height; y += 1) {
    const firstBlock = Math.floor(y / blockSize) * columns
    for (let x = 0; x < width; x += 1) {
      const block = firstBlock + Math.floor(x / blockSize)
      const value = luma[y * width + x] ?? 0
      if (value < (darkest[block] ?? 0)) darkest[block] = value
      if (value > (lightest[block] ?? 0)) lightest[block] = value
    }
  }
  return { darkest, lightest, columns, rows }
}

/**
 * Halfway between dark and light in the blocks around one; null where they hardly differ. Blocks
 * count by the root of their contrast, lest the seams between dark modules pass for light.
 */
function thresholdAround(blocks: Extremes, column: number, row: number): number | null {
  const { darkest, lightest, columns, rows } = blocks
  let sum = 0
  let weight = 0
  for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y += 1) {
    for (let x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x += 1) {
      const dark = darkest[y * columns + x] ?? 0
      const light = lightest[y * columns + x] ?? 0
      if (light - dark <= minContrast) continue
      const share = Math.sqrt(light - dark)
      sum += ((light + dark) / 2) * share
      weight += share
    }
  }
  return weight === 0 ? null : sum / weight
}
