import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '@/utils/qr/decode'
import { black, type Colour, drawCode, fill, page, scribble, white } from './draw'

const uri = 'otpauth://totp/Acme:ada@example.org?secret=JBSWY3DPEHPK3PXP&issuer=Acme'
const other = 'otpauth://totp/Globex:bob?secret=GEZDGNBVGY3TQOJQ&issuer=Globex'
const night: Colour = [24, 26, 32, 255]

describe('one code on a page', () => {
  it.each([1, 2, 3, 4, 5, 7, 13, 24])('is read with modules of %d pixels', async (side) => {
    const picture = drawCode(page(1280, 1280), uri, { x: 40, y: 31, module: [side, side] })
    expect(await decode(picture)).toEqual([uri])
  })

  it.each([
    ['inverted', { dark: white, light: black }, black],
    ['inverted, without a quiet zone', { dark: white, light: night, quiet: 0 }, night],
    ['dark on light without a quiet zone, on a dark page', { quiet: 0 }, black],
    ['in colour', { dark: [88, 28, 135, 255], light: [254, 243, 199, 255] }, white],
    ['faint', { dark: [150, 150, 150, 255], light: [190, 190, 190, 255] }, white],
    ['on glass', { light: [0, 0, 0, 0], quiet: 0 }, [0, 0, 0, 0]],
    ['stretched', { module: [3, 5] }, white],
    ['squeezed', { module: [6, 4] }, white],
    ['upside down', { x: 400, y: 400, degrees: 180 }, white],
    ['turned a little', { x: 200, degrees: 12, module: [5, 5] }, white],
    ['turned by half a quarter', { x: 320, degrees: 45, module: [6, 6] }, white],
  ] as const)('is read when it is %s', async (_, style, ground) => {
    const picture = drawCode(page(700, 640, ground), uri, { x: 60, y: 70, ...style })
    expect(await decode(picture)).toEqual([uri])
  })

  it('is read whatever it says, at whatever place and size', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
    const place = fc.integer({ min: 0, max: 60 })
    const side = fc.integer({ min: 2, max: 6 })
    const level = fc.constantFrom('L', 'M', 'Q', 'H')
    await fc.assert(
      fc.asyncProperty(text, place, place, side, level, async (content, x, y, module, grade) => {
        const style = { x, y, module: [module, module], level: grade } as const
        expect(await decode(drawCode(page(640, 640), content, style))).toEqual([content])
      }),
      { numRuns: 40 },
    )
  })

  it.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'is read in version %d, at the lowest and the highest error correction',
    async (version) => {
      for (const level of ['L', 'H'] as const) {
        const style = { x: 5, y: 7, module: [2, 2], version, level } as const
        expect(await decode(drawCode(page(400, 400), 'HELLO 123', style))).toEqual(['HELLO 123'])
      }
    },
  )

  it('is found, small, among the text of a 4K page', async () => {
    const picture = scribble(page(3840, 2160))
    expect(await decode(drawCode(picture, uri, { x: 2911, y: 1403, module: [3, 3] }))).toEqual([
      uri,
    ])
  })

  it('is found in a picture so large that it is made smaller first', async () => {
    const picture = page(5200, 4000)
    expect(await decode(drawCode(picture, uri, { x: 900, y: 800, module: [9, 9] }))).toEqual([uri])
  })

  // Last: from then on the drawing library tries Kanji mode on text that has none.
  it('is read in Kanji mode', async () => {
    const picture = drawCode(page(400, 400), '両要素認証の設定', { x: 20, y: 20, kanji: true })
    expect(await decode(picture)).toEqual(['両要素認証の設定'])
  })
})

describe('several codes on a page', () => {
  it('are all read', async () => {
    const picture = drawCode(scribble(page(1280, 720)), uri, { x: 80, y: 200 })
    const payloads = await decode(drawCode(picture, other, { x: 700, y: 260, module: [3, 3] }))
    expect(payloads).toEqual([uri, other])
  })

  it('come out in reading order: rows from the top, each from the left', async () => {
    const picture = page(900, 800)
    const places = { third: [20, 420], second: [480, 10], fourth: [480, 400], first: [20, 30] }
    for (const [text, [x = 0, y = 0]] of Object.entries(places)) drawCode(picture, text, { x, y })
    expect(await decode(picture)).toEqual(['first', 'second', 'third', 'fourth'])
  })

  it('are read nine at a time, one of them inverted', async () => {
    const picture = page(1000, 1000)
    const texts = Array.from({ length: 9 }, (_, index) => `${uri}&n=${index}`)
    for (const [index, text] of texts.entries()) {
      const place = { x: 10 + (index % 3) * 330, y: 10 + Math.floor(index / 3) * 330 }
      const colours = index === 4 ? { dark: white, light: black } : {}
      drawCode(picture, text, { ...place, ...colours })
    }
    expect(await decode(picture)).toEqual(texts)
  })

  it('count once when they say the same', async () => {
    const picture = drawCode(page(900, 500), uri, { x: 20, y: 20 })
    expect(await decode(drawCode(picture, uri, { x: 460, y: 40, module: [5, 5] }))).toEqual([uri])
  })

  it('do not hide one behind another that is cut off', async () => {
    const picture = drawCode(page(900, 600), uri, { x: -120, y: 20 })
    expect(await decode(drawCode(picture, other, { x: 400, y: 100 }))).toEqual([other])
  })
})

describe('what is in a code', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('otpauth://totp/Café ☕'), 'otpauth://totp/Café ☕'],
    ['ISO/IEC 8859-1', Uint8Array.from('Café', (c) => c.charCodeAt(0)), 'Café'],
    ['an address', new TextEncoder().encode('https://example.org/'), 'https://example.org/'],
  ])('is text, also from bytes that are %s', async (_, bytes, text) => {
    expect(await decode(drawCode(page(400, 400), bytes, { x: 20, y: 20 }))).toEqual([text])
  })
})

describe('no code', () => {
  it.each([
    ['an empty page', page(1280, 720)],
    ['a page of text', scribble(page(1280, 720))],
    ['a single pixel', page(1, 1)],
    ['nothing at all', page(0, 0)],
    ['a line', page(4000, 1)],
    ['a code cut off at the side', drawCode(page(300, 400), uri, { x: 140, y: 20 })],
    ['a code cut off at the top', drawCode(page(400, 300), uri, { x: 20, y: -70 })],
  ])('is read from %s', async (_, picture) => {
    expect(await decode(picture)).toEqual([])
  })

  it('is read from a code half covered', async () => {
    const picture = drawCode(page(400, 400), uri, { x: 20, y: 20 })
    fill(picture, [100, 60, 200, 200], [220, 30, 30, 255])
    expect(await decode(picture)).toEqual([])
  })
})

it('a picture of noise is given up on', async () => {
  const noise = page(1920, 1080)
  let seed = 1
  for (let index = 0; index < noise.data.length; index += 1) {
    seed = (seed * 48271) % 2147483647
    if (index % 4 < 3) noise.data[index] = seed & 255
  }
  expect(await decode(noise)).toEqual([])
})
