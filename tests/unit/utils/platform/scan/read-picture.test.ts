import { PNG } from 'pngjs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readPart, readPicture } from '@/utils/platform/scan/read-picture'

/** A PNG file that says it has this size; the pixels are those of a small one. */
function pngSaying(width: number, height: number): Blob {
  const bytes = new Uint8Array(PNG.sync.write(new PNG({ width: 2, height: 2 })))
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return new Blob([bytes], { type: 'image/png' })
}

const close = vi.fn()
const drawn: string[] = []
function stubBrowser(createImageBitmap: (image: Blob, options: ImageBitmapOptions) => unknown) {
  const create = vi.fn(createImageBitmap)
  vi.stubGlobal('createImageBitmap', create)
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext() {
        // An ImageData has nothing of its own: all of it is its prototype's.
        const getImageData = (_x: number, _y: number, width: number, height: number) =>
          Object.create({ data: new Uint8ClampedArray(), width, height })
        const fillRect = (...area: number[]) => drawn.push(`${context.fillStyle} ${area}`)
        const drawImage = (_: unknown, ...area: number[]) => drawn.push(`picture ${area}`)
        const context = { fillStyle: 'black', fillRect, drawImage, getImageData }
        return context
      }
    },
  )
  return create
}

afterEach(() => {
  vi.unstubAllGlobals()
  close.mockReset()
  drawn.length = 0
})

describe('readPicture', () => {
  it('asks for the pixels as they are, on white, and frees the picture', async () => {
    const create = stubBrowser(async () => ({ width: 1920, height: 1080, close }))
    expect(await readPicture(pngSaying(1920, 1080))).toMatchObject({ width: 1920, height: 1080 })
    expect(create.mock.calls[0]?.[1]).toEqual({})
    expect(close).toHaveBeenCalledOnce()
    expect(drawn).toEqual(['white 0,0,1920,1080', 'picture 0,0,1920,1080,0,0,1920,1080'])
  })

  it('takes a frame of a moving picture as it is, and frees it', async () => {
    const create = stubBrowser(async () => ({ width: 1, height: 1, close }))
    const frame = { width: 1280, height: 720, close } as unknown as ImageBitmap
    expect({ ...(await readPicture(frame)) }).toMatchObject({ width: 1280, height: 720 })
    expect(create).not.toHaveBeenCalled()
    expect(close).toHaveBeenCalledOnce()
  })

  it('makes a very large bitmap smaller', async () => {
    stubBrowser(async () => null)
    const screen = { width: 6000, height: 4000, close } as unknown as ImageBitmap
    expect({ ...(await readPicture(screen)) }).toMatchObject({ width: 3000, height: 2000 })
    expect(drawn.at(-1)).toBe('picture 0,0,6000,4000,0,0,3000,2000')
  })

  it('has very large pictures made smaller while they are decoded', async () => {
    const create = stubBrowser(async () => ({ width: 2730, height: 2730, close }))
    await readPicture(pngSaying(8192, 8192))
    expect(create.mock.calls[0]?.[1]).toMatchObject({ resizeWidth: 2730 })
  })

  it.each([
    ['image-too-large', pngSaying(8193, 8192)],
    ['image-too-large', pngSaying(2 ** 31, 2 ** 31)],
    ['image-unreadable', pngSaying(0, 10)],
    ['image-unreadable', new Blob(['hello'])],
    ['image-unreadable', new Blob([])],
  ])('refuses with %s before anything is decoded', async (code, image) => {
    const create = stubBrowser(async () => ({ width: 1, height: 1, close }))
    await expect(readPicture(image)).rejects.toMatchObject({ code })
    expect(create).not.toHaveBeenCalled()
  })

  it('says when the browser cannot decode it', async () => {
    stubBrowser(async () => {
      throw new DOMException('no')
    })
    const broken = readPicture(pngSaying(10, 10))
    await expect(broken).rejects.toMatchObject({ code: 'image-unreadable' })
  })
})

describe('readPart', () => {
  const screen = { width: 1280, height: 720 } as ImageBitmap

  it.each([
    ['with what is around it', [500, 250, 200, 200], '475,225,250,250,0,0,250,250'],
    ['as far as it is in view', [1200, 600, 200, 200], '1175,575,105,145,0,0,105,145'],
    ['that begins outside, too', [-30, -40, 80, 80], '0,0,60,50,0,0,60,50'],
    ['no larger than the view', [-5000, -5000, 20_000, 20_000], '0,0,1280,720,0,0,1280,720'],
  ] as const)('reads a part of a picture, %s', (_, box, area) => {
    stubBrowser(async () => null)
    readPart(screen, box)
    expect(drawn.at(-1)).toBe(`picture ${area}`)
  })

  it.each([
    ['outside', [-100, -40, 80, 80]],
    ['nowhere', [Number.NaN, 0, 80, 80]],
  ] as const)('reads nothing that stands %s', (_, box) => {
    stubBrowser(async () => null)
    expect(readPart(screen, box)).toBeNull()
    expect(drawn).toEqual([])
  })
})
