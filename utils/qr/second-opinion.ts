import jsQR from 'jsqr'
import type { Gray } from './picture'

/**
 * What another decoder makes of a clean print of one code, or null: it knows the Kanji mode
 * (ISO/IEC 18004 section 7.4.6), which the first one lacks. Never given a whole page: it would
 * take seconds over one.
 */
export function secondOpinion({ luma, width, height }: Gray): string | null {
  const pixels = new Uint8ClampedArray(luma.length * 4)
  for (const [index, light] of luma.entries()) pixels.fill(light, index * 4, index * 4 + 4)
  const code = jsQR(pixels, width, height, { inversionAttempts: 'dontInvert' })
  return code?.data || null
}
