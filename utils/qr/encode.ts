import encodeQR, { type ErrorCorrection } from 'qr'

/** Light modules on every side: ISO/IEC 18004 asks for four. */
const quietZone = 4
/** The sturdiest first. */
const corrections: readonly ErrorCorrection[] = ['medium', 'low']

/**
 * The modules of a QR code that says `text`, row by row, true where it is dark, with its quiet
 * zone. Null where no code holds as much: about 2,900 bytes.
 */
export function encode(text: string): readonly (readonly boolean[])[] | null {
  for (const ecc of corrections) {
    try {
      return encodeQR(text, 'raw', { ecc, border: quietZone })
    } catch {
      // Too long at this correction.
    }
  }
  return null
}
