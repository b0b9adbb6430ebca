import type { Bytes } from '@/utils/bytes/bytes'

/** First bytes of PNG, JPEG, GIF and BMP; WebP's stand apart. */
const marks: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
]
const bitmap = [0x42, 0x4d]
const riff = [0x52, 0x49, 0x46, 0x46]
const webp = [0x57, 0x45, 0x42, 0x50]

/** Whether a file is a picture, in which QR codes may be: PNG, JPEG, GIF, WebP or BMP. */
export function isPicture(bytes: Bytes): boolean {
  const has = (mark: readonly number[], at = 0) =>
    mark.every((byte, index) => bytes[at + index] === byte)
  return (
    marks.some((mark) => has(mark)) || (has(riff) && has(webp, 8)) || isBitmap(bytes, has(bitmap))
  )
}

/** Two letters are no proof: a bitmap says its own size and has four zeros after it. */
function isBitmap(bytes: Bytes, hasMark: boolean): boolean {
  if (!hasMark || bytes.length < 26) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return view.getUint32(6, true) === 0 && view.getUint32(10, true) <= bytes.length
}
