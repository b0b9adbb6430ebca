/** A picture as a canvas gives it: four bytes a pixel (red, green, blue, alpha), row by row. */
export interface Picture {
  readonly data: Uint8ClampedArray<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** A picture in shades of grey: one byte a pixel, 0 black to 255 white, row by row. */
export interface Gray {
  readonly luma: Uint8Array
  readonly width: number
  readonly height: number
}

/** A picture in black and white: one byte a pixel, 1 dark and 0 light, row by row. */
export interface Bits {
  readonly bits: Uint8Array
  readonly width: number
  readonly height: number
}

/** Left, top, width and height of a part of a picture, in its pixels. */
export type Box = readonly [left: number, top: number, width: number, height: number]
