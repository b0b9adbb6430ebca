import type { Gray, Picture } from './picture'

/**
 * `picture` in grey, as it looks on white paper. A picture of more than `maxPixels` is made
 * smaller by a whole factor, each pixel the mean of what it covers.
 */
export function toGray(picture: Picture, maxPixels: number): Gray {
  const { width, height } = picture
  const factor = Math.max(1, Math.ceil(Math.sqrt((width * height) / maxPixels)))
  return factor === 1 ? toGrayAsItIs(picture) : toGraySmaller(picture, factor)
}

function toGrayAsItIs({ data, width, height }: Picture): Gray {
  const luma = new Uint8Array(width * height)
  for (let pixel = 0; pixel < luma.length; pixel += 1) luma[pixel] = lumaAt(data, pixel * 4)
  return { luma, width, height }
}

function toGraySmaller({ data, width, height }: Picture, factor: number): Gray {
  const small = { width: Math.floor(width / factor), height: Math.floor(height / factor) }
  const luma = new Uint8Array(small.width * small.height)
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      let sum = 0
      for (let j = 0; j < factor; j += 1) {
        const row = ((y * factor + j) * width + x * factor) * 4
        for (let i = 0; i < factor; i += 1) sum += lumaAt(data, row + i * 4)
      }
      luma[y * small.width + x] = sum / (factor * factor)
    }
  }
  return { luma, ...small }
}

/** The luma of ITU-R BT.601 in 256ths, over white where the pixel is see-through. */
function lumaAt(data: Uint8ClampedArray, offset: number): number {
  const red = data[offset] ?? 0
  const green = data[offset + 1] ?? 0
  const blue = data[offset + 2] ?? 0
  const alpha = data[offset + 3] ?? 0
  const luma = (red * 77 + green * 151 + blue * 28) >> 8
  return alpha === 255 ? luma : 255 + ((luma - 255) * alpha) / 255
}
