import type { Gray } from './picture'

/** `gray`, `factor` times as large, with what lies between two pixels between them. */
export function enlarge({ luma, width, height }: Gray, factor: number): Gray {
  const size = { width: width * factor, height: height * factor }
  const large = new Uint8Array(size.width * size.height)
  const columns = Array.from({ length: size.width }, (_, x) => placeOf(x, factor, width))
  for (let y = 0; y < size.height; y += 1) {
    const { at: row, next: below, share: down } = placeOf(y, factor, height)
    let pixel = y * size.width
    for (const { at, next, share } of columns) {
      const [left, right] = [row * width + at, row * width + next]
      const [leftBelow, rightBelow] = [below * width + at, below * width + next]
      const upper = (luma[left] ?? 0) * (1 - share) + (luma[right] ?? 0) * share
      const lower = (luma[leftBelow] ?? 0) * (1 - share) + (luma[rightBelow] ?? 0) * share
      large[pixel] = upper * (1 - down) + lower * down
      pixel += 1
    }
  }
  return { luma: large, ...size }
}

/** The pixels before and after a place of an enlarged row, and how far it is to the next, 0 to 1. */
function placeOf(place: number, factor: number, length: number) {
  const exact = Math.max(0, (place + 0.5) / factor - 0.5)
  const at = Math.floor(exact)
  return { at, next: Math.min(length - 1, at + 1), share: exact % 1 }
}
