import { AppError } from '@/utils/errors/app-error'
import type { Picture } from '@/utils/qr/picture'
import { headBytes, imageSize } from './image-size'

/** Pictures of more pixels are refused unread: a small file can hold gigabytes of them. */
const maxPixels = 8192 * 8192
/** Pictures of more pixels are decoded at half their size or less. */
const comfortablePixels = 16_000_000

/**
 * The pixels of a picture on white paper: of a file, made smaller if it is very large, or of a frame,
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
  if (pixels <= comfortablePixels) return {}
  const factor = Math.ceil(Math.sqrt(pixels / comfortablePixels))
  return { resizeWidth: Math.max(1, Math.floor(size.width / factor)), resizeQuality: 'high' }
}

async function decodeBitmap(image: Blob, options: ImageBitmapOptions): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(image, options)
  } catch {
    throw new AppError('image-unreadable')
  }
}

function pixelsOf(bitmap: ImageBitmap): Picture {
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new AppError('image-unreadable')
  // See-through pixels are black to decoders; on pages they mostly lie on white.
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0)
  // An ImageData's own facts are none of its own properties: copies of it would have none of them.
  const { data } = context.getImageData(0, 0, width, height)
  return { data, width, height }
}
