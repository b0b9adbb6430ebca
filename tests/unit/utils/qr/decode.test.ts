import fc from 'fast-check'
import toSJIS from 'qrcode/helper/to-sjis'
import { describe, expect, it } from 'vitest'
import { decode, readAccounts, readShot } from '@/utils/qr/decode'
import type { Box } from '@/utils/qr/picture'
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

it('a picture may be the browser’s own, whose parts belong to its class', async () => {
  const { data, width, height } = drawCode(page(400, 400), uri, { x: 20, y: 20 })
  class Pixels {
    get data() {
      return data
    }
    get width() {
      return width
    }
    get height() {
      return height
    }
  }
  expect(await decode(new Pixels())).toEqual([uri])
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

describe('where the page tells that something may be a code', () => {
  it.each([
    ['dark on light, on a dark page', { quiet: 0 }, black],
    ['light on dark, on a light page', { quiet: 0, dark: white, light: black }, white],
  ] as const)('it is read without a quiet zone, %s', async (_, style, ground) => {
    const picture = drawCode(scribble(page(800, 600, ground)), uri, { x: 300, y: 200, ...style })
    const cands: readonly Box[] = [
      [10, 10, 90, 90],
      [300, 200, 148, 148],
    ]
    expect(await decode({ ...picture, cands })).toEqual([uri])
  })

  it('it is read turned, with modules of a pixel and a half', async () => {
    const style = { x: 160, y: 120, degrees: 25, module: [1.5, 1.5] } as const
    const picture = drawCode(page(400, 400), uri, style)
    expect(await decode({ ...picture, cands: [[100, 110, 180, 180]] })).toEqual([uri])
  })

  it.each([
    ['beside the picture', [-900, -900, 200, 200]],
    ['larger than it', [-50, -50, 9000, 9000]],
    ['of no size', [10, 10, 0, 0]],
    ['that are no numbers', [Number.NaN, 0, Number.NaN, 50]],
  ] as const)('boxes %s do no harm', async (_, box) => {
    const picture = drawCode(page(400, 400), uri, { x: 20, y: 20 })
    expect(await decode({ ...picture, cands: [box] })).toEqual([uri])
    expect(await decode({ ...page(400, 400), cands: [box], cut: [box] })).toEqual([])
  })
})

describe('a code that is partly out of view', () => {
  const cut: readonly Box[] = [[0, 40, 170, 260]]

  const cornerAt = (x: number, y: number, module: number) => {
    const picture = page(500, 400)
    fill(picture, [x, y, 7 * module, 7 * module], black)
    fill(picture, [x + module, y + module, 5 * module, 5 * module], white)
    fill(picture, [x + 2 * module, y + 2 * module, 3 * module, 3 * module], black)
    return picture
  }

  it.each([
    ['half a code', drawCode(page(500, 400), uri, { x: -90, y: 40 })],
    ['one of its corners', cornerAt(20, 60, 4)],
  ])('is told of %s where nothing could be read', async (_, picture) => {
    expect(await readShot({ ...picture, cands: cut, cut })).toMatchObject({ hasCut: true })
  })

  it.each([
    ['a page of text', scribble(page(500, 400))],
    ['an empty page', page(500, 400)],
    ['a corner that is too small for a code', cornerAt(20, 60, 1)],
    ['a corner that is in no corner', cornerAt(70, 160, 4)],
    ['a code that was read all the same', drawCode(page(500, 400), uri, { x: -8, y: 90 })],
  ])('is not told of %s', async (_, picture) => {
    expect(await readShot({ ...picture, cands: cut, cut })).toMatchObject({ hasCut: false })
  })
})

describe('what is in a code', () => {
  const latin1 = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0))
  const shiftJis = (text: string) =>
    Uint8Array.from([...text].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : sjisOf(c))))
  const sjisOf = (c: string) => [(toSJIS(c) ?? 0) >> 8, (toSJIS(c) ?? 0) & 255]

  it.each([
    ['UTF-8', (text: string) => new TextEncoder().encode(text), 'otpauth://totp/Café ☕'],
    ['Latin-1', latin1, 'otpauth://totp/Société Générale:hélène@société.example'],
    ['Latin-1', latin1, 'otpauth://totp/Müller & Söhne:jürgen'],
    ['Shift-JIS', shiftJis, 'otpauth://totp/楽天:山田'],
    ['Shift-JIS', shiftJis, 'otpauth://totp/テスト:みずほ銀行'],
    ['ASCII', latin1, 'https://example.org/'],
  ])('is text, also from bytes that are %s', async (_, toBytes, text) => {
    expect(await decode(drawCode(page(500, 500), toBytes(text), { x: 20, y: 20 }))).toEqual([text])
  })

  it('comes with set-up codes and exports first', async () => {
    const picture = page(900, 800)
    const places = {
      'https://example.org/': [20, 20],
      [uri]: [480, 10],
      'just text': [20, 420],
      'otpauth-migration://offline?data=CjE': [480, 420],
    }
    for (const [text, [x = 0, y = 0]] of Object.entries(places)) drawCode(picture, text, { x, y })
    const payloads = await decode(picture)
    expect(payloads.map((text) => text.slice(0, 9))).toEqual([
      ...['otpauth:/', 'otpauth-m', 'https://e', 'just text'],
    ])
  })

  it('is a part that says nothing by itself: told, and never taken for the whole', async () => {
    const picture = drawCode(page(900, 500), uri, { x: 20, y: 20, part: [0, 3], version: 9 })
    drawCode(picture, other, { x: 480, y: 40 })
    expect(await readShot(picture)).toMatchObject({ payloads: [other], hasPart: true })
    expect(await readShot(drawCode(page(400, 400), uri, { x: 20, y: 20 }))).toMatchObject({
      hasPart: false,
    })
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

describe('readAccounts', () => {
  const saying = (text: string) => drawCode(page(400, 400), text, { x: 30, y: 30, module: [4, 4] })

  it.each([
    ['an account', uri, [uri]],
    ['a link', 'https://example.org/', []],
    ['an export', 'otpauth-migration://offline?data=CgA%3D', []],
  ])('reads the code of %s', async (_, text, payloads) => {
    expect(await readAccounts(saying(text))).toEqual(payloads)
  })
})
