/** Width and height of a picture in pixels, as its file says. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** How many bytes of a file `imageSize` needs to see: cameras put much before a JPEG's size. */
export const headBytes = 256 * 1024

/**
 * The size of a PNG, JPEG, GIF, WebP or BMP picture, read from the first bytes of its file, before
 * anything of it is decoded. Null if it is none of them or too short to tell.
 */
export function imageSize(head: Uint8Array): ImageSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const format = formats.find(({ magic, at = 0 }) => hasAscii(head, magic, at))
  try {
    return format?.read(view) ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

interface Format {
  readonly magic: string
  readonly at?: number
  readonly read: (view: DataView) => ImageSize | null
}

const formats: readonly Format[] = [
  {
    magic: '\x89PNG\r\n\x1a\n',
    read: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  },
  { magic: '\xff\xd8\xff', read: readJpeg },
  {
    magic: 'GIF8',
    read: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  },
  { magic: 'WEBPVP8 ', at: 8, read: readLossyWebp },
  { magic: 'WEBPVP8L', at: 8, read: readLosslessWebp },
  { magic: 'WEBPVP8X', at: 8, read: readExtendedWebp },
  {
    magic: 'BM',
    read: (view) => ({
      width: Math.abs(view.getInt32(18, true)),
      height: Math.abs(view.getInt32(22, true)),
    }),
  },
]

function hasAscii(head: Uint8Array, text: string, at: number): boolean {
  return [...text].every((character, index) => head[at + index] === character.charCodeAt(0))
}

/** Walks the segments to the frame header, SOF0 to SOF15 but DHT, JPG and DAC (ITU-T T.81 B.2.2). */
function readJpeg(view: DataView): ImageSize | null {
  let offset = 2
  while (view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) }
    // 0xff may be repeated as padding.
    offset += marker === 0xff ? 1 : 2 + view.getUint16(offset + 2)
  }
  return null
}

function readLossyWebp(view: DataView): ImageSize {
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
}

function readLosslessWebp(view: DataView): ImageSize {
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

function readExtendedWebp(view: DataView): ImageSize {
  const width = (view.getUint32(24, true) & 0xffffff) + 1
  return { width, height: (view.getUint32(26, true) >>> 8) + 1 }
}
