import { axesOf } from './axes'
import type { Gray } from './picture'
import type { Region } from './regions'

/** How many modules around one share its threshold. */
const reach = 5
/** Samples of a module, in modules from its middle. */
const taps = [-0.2, 0, 0.2]

/**
 * The modules of a code of `size` modules in `region`, one byte each: 0 dark, 255 light, whatever
 * way the code is turned, stretched, coloured or inverted. Codes seen at an angle come out askew.
 */
export function sampleModules(gray: Gray, region: Region, size: number): Gray {
  const { x, y, ux, uy, vx, vy } = axesOf(region, size)
  const luma = new Uint8Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let sum = 0
      for (const j of taps) {
        for (const i of taps) {
          const [u, v] = [column + i, row + j]
          sum += lumaAt(gray, x + u * ux + v * vx, y + u * uy + v * vy)
        }
      }
      luma[row * size + column] = sum / (taps.length * taps.length)
    }
  }
  return blackAndWhite({ luma, width: size, height: size }, region.corner.isDark)
}

/** Blends the four pixels around a point; the middle of a pixel is at .5. */
function lumaAt({ luma, width, height }: Gray, x: number, y: number): number {
  const left = Math.min(width - 1, Math.max(0, Math.floor(x - 0.5)))
  const top = Math.min(height - 1, Math.max(0, Math.floor(y - 0.5)))
  const across = Math.min(1, Math.max(0, x - 0.5 - left))
  const down = Math.min(1, Math.max(0, y - 0.5 - top))
  const start = top * width + left
  const right = left + 1 < width ? 1 : 0
  const lower = top + 1 < height ? width : 0
  const upperBlend = (luma[start] ?? 0) * (1 - across) + (luma[start + right] ?? 0) * across
  const lowerBlend =
    (luma[start + lower] ?? 0) * (1 - across) + (luma[start + lower + right] ?? 0) * across
  return upperBlend * (1 - down) + lowerBlend * down
}

/** Each module is dark or light by the darkest and the lightest of those around it. */
function blackAndWhite(modules: Gray, isDark: boolean): Gray {
  const { luma, width: size } = modules
  const decided = luma.map((value, module) => {
    const [row, column] = [Math.floor(module / size), module % size]
    let [darkest, lightest] = [255, 0]
    for (let y = Math.max(0, row - reach); y <= Math.min(size - 1, row + reach); y += 1) {
      for (let x = Math.max(0, column - reach); x <= Math.min(size - 1, column + reach); x += 1) {
        const other = luma[y * size + x] ?? 0
        if (other < darkest) darkest = other
        if (other > lightest) lightest = other
      }
    }
    return value * 2 < darkest + lightest === isDark ? 0 : 255
  })
  return { ...modules, luma: decided }
}
