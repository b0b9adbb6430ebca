import { AppError } from '@/utils/errors/app-error'
import type { Box, Picture } from '@/utils/qr/picture'
import { headBytes, imageSize } from './image-size'

/** Pictures of more pixels are refused unread: a small file can hold gigabytes of them. */
const maxPixels = 8192 * 8192
/** Pictures of more pixels are decoded at half their size or less. */
const comfortablePixels = 16_000_000

/**
 * The pixels of a picture on white paper, made smaller if it is very large: of a file, or of a bitmap,
 * which is used up. Runs where there is an OffscreenCanvas. Throws `image-unreadable`;
 * `image-too-large` before anything is decoded.
 */
export async function readPicture(image: Blob | ImageBitmap): Promise<Picture> {
  const isFile = image instanceof Blob
  const bitmap = isFile ? await decodeBitmap(image, await shrinkFor(image)) : image
  try {
    return pixelsOf(bitmap)
  } finally {
    bitmap.close()
  }
}

/** How the browser shall scale while it decodes; it keeps the shape. */
async function shrinkFor(image: Blob): Promise<ImageBitmapOptions> {
  const head = new Uint8Array(await image.slice(0, headBytes).arrayBuffer())
  const size = imageSize(head)
  if (!size || size.width === 0 || size.height === 0) throw new AppError('image-unreadable')
  const pixels = size.width * size.height
  if (pixels > maxPixels) throw new AppError('image-too-large')
  const { width } = comfortable(size)
  return width === size.width ? {} : { resizeWidth: width, resizeQuality: 'high' }
}

type Size = Pick<Picture, 'width' | 'height'>

/** The size that pictures of this one are read at. */
function comfortable({ width, height }: Size): Size {
  const factor = Math.ceil(Math.sqrt((width * height) / comfortablePixels))
  const shrunk = (length: number) => Math.max(1, Math.floor(length / factor))
  return { width: shrunk(width), height: shrunk(height) }
}

async function decodeBitmap(image: Blob, options: ImageBitmapOptions): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(image, options)
  } catch {
    throw new AppError('image-unreadable')
  }
}

function pixelsOf(bitmap: ImageBitmap): Picture {
  return draw(bitmap, [0, 0, bitmap.width, bitmap.height], comfortable(bitmap))
}

/**
 * What a bitmap shows in `box`, in its pixels, and as far around it as a quiet zone goes; null where
 * nothing of it is on the bitmap.
 */
export function readPart(bitmap: ImageBitmap, [left, top, width, height]: Box): Picture | null {
  const zone = Math.max(width, height) / 8
  const within = (edge: number, most: number) => Math.round(Math.min(most, Math.max(0, edge)))
  const [x, y] = [within(left - zone, bitmap.width), within(top - zone, bitmap.height)]
  const across = within(left + width + zone, bitmap.width) - x
  const down = within(top + height + zone, bitmap.height) - y
  return across > 0 && down > 0
    ? draw(bitmap, [x, y, across, down], { width: across, height: down })
    : null
}

function draw(bitmap: ImageBitmap, box: Box, { width, height }: Size): Picture {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new AppError('image-unreadable')
  // See-through pixels are black to decoders; on pages they mostly lie on white.
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, ...box, 0, 0, width, height)
  // An ImageData's own facts are none of its own properties: copies of it would have none of them.
  const { data } = context.getImageData(0, 0, width, height)
  return { data, width, height }
}
