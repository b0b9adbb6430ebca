import type { Box } from '@/utils/qr/picture'

/** What the page asks: first to take a picture apart, then to read the codes in it. */
export type Asked =
  | { readonly picture: Blob }
  | { readonly cands: readonly Box[] | null; readonly wasm: boolean }

/** What was read, and how long that took. */
export interface Answered {
  readonly size: readonly [width: number, height: number]
  readonly texts: readonly string[]
  readonly wallMs: number
}

let pixels = new ImageData(1, 1)

// What is thrown while an answer is made is an error of the worker like any other.
globalThis.addEventListener('unhandledrejection', ({ reason }) => reportError(reason))

globalThis.addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  if ('picture' in data) pixels = await pixelsOf(data.picture)
  const size = [pixels.width, pixels.height] as const
  const startMs = performance.now()
  const texts = 'cands' in data ? await read(data.cands, data.wasm) : []
  postMessage({ size, texts, wallMs: performance.now() - startMs } satisfies Answered)
})

async function pixelsOf(picture: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(picture)
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.drawImage(bitmap, 0, 0)
  return context.getImageData(0, 0, bitmap.width, bitmap.height)
}

async function read(cands: readonly Box[] | null, wasm: boolean): Promise<readonly string[]> {
  if (!wasm) Reflect.deleteProperty(globalThis, 'WebAssembly')
  const { decode } = await import('@/utils/qr/decode')
  const { data, width, height } = pixels
  return decode({ data, width, height, ...(cands ? { cands } : {}) })
}
