/** More than this many times as bright, or as rich in contrast, everything is white or black. */
const mostBrightness = 8

/**
 * How much of what lies under CSS filters is to be seen, 0 to 1. What a filter of the page's own
 * making leaves cannot be told; nor what can be read through a strong blur.
 */
export function seenThrough(filters: string): number {
  if (/url\(|blur\((?:[4-9]|\d{2})/.test(filters)) return 0
  const parts = filters.matchAll(/(?:opacity|brightness|contrast)\(([\d.]+)(%?)\)/g)
  return [...parts].reduce((opacity, [, amount, percent]) => {
    const share = Number(amount) / (percent === '%' ? 100 : 1)
    return share > mostBrightness ? 0 : opacity * Math.min(1, share)
  }, 1)
}
