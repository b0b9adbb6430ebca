import { axesOf } from './axes'
import { bitAt } from './bit-at'
import type { Bits } from './picture'
import type { Region } from './regions'

/**
 * How much of what every code of `size` modules has `picture` shows in `region`, 0 to 1: three
 * finder patterns and two timing patterns (ISO/IEC 18004 sections 6.3.3 and 6.3.5). Anything but a
 * code is near one half.
 */
export function resemblance(picture: Bits, region: Region, size: number): number {
  const { x, y, ux, uy, vx, vy } = axesOf(region, size)
  const dark = region.corner.isDark ? 1 : 0
  let count = 0
  let matches = 0
  const expectModule = (column: number, row: number, isDark: boolean) => {
    const bit = bitAt(picture, x + column * ux + row * vx, y + column * uy + row * vy)
    count += 1
    if ((bit === dark) === isDark) matches += 1
  }
  for (let row = 0; row < 7; row += 1) {
    for (let column = 0; column < 7; column += 1) {
      const isDark = isDarkInFinder(column, row)
      expectModule(column, row, isDark)
      expectModule(size - 7 + column, row, isDark)
      expectModule(column, size - 7 + row, isDark)
    }
  }
  for (let along = 8; along < size - 8; along += 1) {
    expectModule(along, 6, along % 2 === 0)
    expectModule(6, along, along % 2 === 0)
  }
  return matches / count
}

/** All but the second of the four nested squares is dark. */
function isDarkInFinder(column: number, row: number): boolean {
  return Math.max(Math.abs(column - 3), Math.abs(row - 3)) !== 2
}
