import { encode } from '@/utils/qr/encode'

const size = { width: 640, height: 480 } as const
const framesEach = 5

/**
 * A film (Y4M) for the camera of a test: each of these texts as a QR code, half a second long, over
 * and over; null is a grey wall.
 */
export function filmOf(texts: readonly (string | null)[]): Uint8Array {
  const head = `YUV4MPEG2 W${size.width} H${size.height} F${2 * framesEach}:1 Ip A1:1 C420jpeg\n`
  const frames = texts.flatMap((text) => Array.from({ length: framesEach }, () => frameOf(text)))
  return Buffer.concat([Buffer.from(head), ...frames.flatMap((frame) => [mark, frame, colourless])])
}

const mark = Buffer.from('FRAME\n')
/** Both planes of colour, a quarter of the size. */
const colourless = Buffer.alloc((size.width * size.height) / 2, 128)
const wall = 150
const [dark, light] = [30, 220]

/** The plane of light: a code in the middle, as large as it fits. */
function frameOf(text: string | null): Buffer {
  const plane = Buffer.alloc(size.width * size.height, wall)
  const rows = text === null ? [] : (encode(text) ?? [])
  const module = Math.floor(size.height / Math.max(1, rows.length))
  const left = Math.floor((size.width - module * rows.length) / 2)
  rows.forEach((row, y) => {
    row.forEach((isDark, x) => {
      for (let line = y * module; line < (y + 1) * module; line += 1) {
        const from = line * size.width + left + x * module
        plane.fill(isDark ? dark : light, from, from + module)
      }
    })
  })
  return plane
}
