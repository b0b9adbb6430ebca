import { fixedModules } from './fixed-modules'
import { findGrid } from './grid'
import type { Gray } from './picture'
import { shadeOf, toSums } from './shades'

/** Pixels along each side of a module. */
const side = 4

/**
 * The code that fills a picture, drawn anew as codes should be: dark on light, its modules square
 * and even, those that all codes have as they have to be. Once with the shades that the modules
 * have, once as if they had been blurred. Empty where no code is seen.
 */
export function redraw(gray: Gray): readonly Gray[] {
  const sums = toSums(gray)
  const grid = findGrid(gray, sums)
  if (!grid) return []
  const { modules, isInverted } = grid
  const luma = new Uint8Array(modules * modules)
  for (let y = 0; y < modules; y += 1) {
    for (let x = 0; x < modules; x += 1) {
      const shade = shadeOf(sums, grid, x, y)
      luma[y * modules + x] = isInverted ? 255 - shade : shade
    }
  }
  const shades = { luma, width: modules, height: modules }
  return [draw(shades), draw(sharpen(shades))]
}

/** Twice as far from the mean of its neighbours: blur makes modules more like them. */
function sharpen({ luma, width, height }: Gray): Gray {
  const at = (x: number, y: number) =>
    luma[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 0
  const sharp = new Uint8ClampedArray(luma.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const around = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1)
      sharp[y * width + x] = 2 * at(x, y) - around / 4
    }
  }
  return { luma: Uint8Array.from(sharp), width, height }
}

function draw({ luma: seen, width: modules }: Gray): Gray {
  const shades = seen.slice()
  const { dark, light } = fixedModules(modules)
  for (const [x, y] of dark) shades[y * modules + x] = 0
  for (const [x, y] of light) shades[y * modules + x] = 255
  const width = modules * side
  const luma = new Uint8Array(width * width)
  for (let y = 0; y < width; y += 1) {
    const row = Math.floor(y / side) * modules
    for (let x = 0; x < width; x += 1) luma[y * width + x] = shades[row + Math.floor(x / side)] ?? 0
  }
  return { luma, width, height: width }
}
