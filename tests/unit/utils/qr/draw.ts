import QRCode from 'qrcode'
import toSJIS from 'qrcode/helper/to-sjis'
import BitBuffer from 'qrcode/lib/core/bit-buffer'
import type { Picture } from '@/utils/qr/picture'

/** A colour as red, green, blue and alpha, each 0 to 255. */
export type Colour = readonly [number, number, number, number]

export const white: Colour = [255, 255, 255, 255]
export const black: Colour = [0, 0, 0, 255]

/** A page of one colour. */
export function page(width: number, height: number, colour: Colour = white): Picture {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel += 1) data.set(colour, pixel * 4)
  return { data, width, height }
}

/** How and where a code is drawn. */
export interface CodeStyle {
  readonly x: number
  readonly y: number
  /** Width and height of a module in pixels. */
  readonly module?: readonly [number, number]
  readonly dark?: Colour
  readonly light?: Colour
  /** Light modules around the code. */
  readonly quiet?: number
  /** Clockwise, around the code's upper left corner. */
  readonly degrees?: number
  readonly level?: 'L' | 'M' | 'Q' | 'H'
  readonly version?: number
  /** Writes Japanese text in Kanji mode. */
  readonly kanji?: boolean
  /** Says that it is the part of this index, of so many (structured append). */
  readonly part?: readonly [index: number, count: number]
}

/** Draws a code with `content` onto `picture` and returns it. */
export function drawCode(
  picture: Picture,
  content: string | Uint8Array,
  style: CodeStyle,
): Picture {
  const { x: left, y: top, module = [4, 4], dark = black, light = white, quiet = 4 } = style
  const { size, isDark } = matrix(content, style)
  const angle = ((style.degrees ?? 0) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      const [dx, dy] = [x + 0.5 - left, y + 0.5 - top]
      const column = Math.floor((dx * cos + dy * sin) / module[0]) - quiet
      const row = Math.floor((dy * cos - dx * sin) / module[1]) - quiet
      const isInside = Math.min(row, column) >= -quiet && Math.max(row, column) < size + quiet
      if (isInside)
        picture.data.set(isDark(row, column) ? dark : light, (y * picture.width + x) * 4)
    }
  }
  return picture
}

function matrix(content: string | Uint8Array, style: CodeStyle) {
  const { level = 'M', version, kanji, part } = style
  const segments =
    typeof content === 'string' ? content : [{ data: content, mode: 'byte' as const }]
  const create = () =>
    QRCode.create(segments, {
      errorCorrectionLevel: level,
      ...(version ? { version } : {}),
      ...(kanji ? { toSJISFunc: toSJIS } : {}),
    })
  const { modules } = part ? asPart(part, create) : create()
  const isInside = (row: number, column: number) =>
    Math.min(row, column) >= 0 && Math.max(row, column) < modules.size
  return {
    size: modules.size,
    isDark: (row: number, column: number) =>
      isInside(row, column) && modules.get(row, column) === 1,
  }
}

/** Has the drawing library begin a code with the header of a part (ISO/IEC 18004 section 8). */
function asPart<T>([index, count]: readonly [number, number], create: () => T): T {
  const { put } = BitBuffer.prototype
  BitBuffer.prototype.put = function (value: number, bits: number) {
    BitBuffer.prototype.put = put
    for (const header of [3, index, count - 1]) this.put(header, 4)
    this.put(0x5a, 8)
    this.put(value, bits)
  }
  try {
    return create()
  } finally {
    BitBuffer.prototype.put = put
  }
}

/** Fills a rectangle. */
export function fill(
  picture: Picture,
  box: [number, number, number, number],
  colour: Colour,
): void {
  const [left, top, width, height] = box
  for (let y = top; y < top + height; y += 1) {
    for (let x = left; x < left + width; x += 1)
      picture.data.set(colour, (y * picture.width + x) * 4)
  }
}

/** Strokes and bars like lines of text: the same every time. */
export function scribble(picture: Picture): Picture {
  let seed = 1
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  for (let y = 20; y < picture.height - 20; y += 18) {
    for (let x = 20; x < picture.width - 20; x += 3 + random(9)) {
      fill(picture, [x, y + random(4), 1 + random(3), 4 + random(8)], [random(90), 40, 60, 255])
    }
  }
  return picture
}
