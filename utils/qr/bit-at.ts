import type { Bits } from './picture'

/** The pixel that the point (x, y) lies in, 1 dark or 0 light; outside, the nearest one's. */
export function bitAt({ bits, width, height }: Bits, x: number, y: number): number {
  const column = Math.min(width - 1, Math.max(0, Math.floor(x)))
  const row = Math.min(height - 1, Math.max(0, Math.floor(y)))
  return bits[row * width + column] ?? 0
}
