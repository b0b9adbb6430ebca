import type { Gray, Picture } from './picture'

/** `picture` in shades of grey. */
export function toGray({ data, width, height }: Picture): Gray {
  const luma = new Uint8Array(width * height)
  for (let pixel = 0; pixel < luma.length; pixel += 1) luma[pixel] = lumaAt(data, pixel * 4)
  return { luma, width, height }
}

/** How light the pixel is whose bytes begin at `at`, 0 to 255, by ITU-R BT.601 in 256ths. */
export function lumaAt(data: Uint8ClampedArray, at: number): number {
  return ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 151 + (data[at + 2] ?? 0) * 28) >> 8
}
