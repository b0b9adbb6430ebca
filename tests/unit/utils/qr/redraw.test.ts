import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPicture } from '@/utils/qr/crop'
import { decode } from '@/utils/qr/decode'
import { encode } from '@/utils/qr/encode'
import { toGray } from '@/utils/qr/gray'
import { findGrid } from '@/utils/qr/grid'
import type { Gray } from '@/utils/qr/picture'
import { redraw } from '@/utils/qr/redraw'
import { toSums } from '@/utils/qr/shades'
import { page, scribble } from './draw'

const uri = 'otpauth://totp/Example:alice@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example'

/** Whether a dark module is dark at a place within it, each 0 to 1 from its upper left. */
type Shape = (x: number, y: number) => boolean

const square: Shape = () => true
const shapes: Readonly<Record<string, Shape>> = {
  squares: square,
  dots: (x, y) => Math.hypot(x - 0.5, y - 0.5) < 0.4,
  diamonds: (x, y) => Math.abs(x - 0.5) + Math.abs(y - 0.5) < 0.5,
  lines: (_, y) => Math.abs(y - 0.5) < 0.35,
  'squares with gaps between them': (x, y) => Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5)) < 0.35,
}

interface Style {
  readonly module?: readonly [width: number, height: number]
  readonly quiet?: number
  readonly shape?: Shape
  /** How light what is dark and what is light is. */
  readonly shades?: readonly [dark: number, light: number]
}

/** Places within a pixel that it shows the mean of. */
const within = [0.17, 0.5, 0.83]

function drawn(text: string, style: Style): Gray {
  const { module = [5, 5], quiet = 0, shape = square, shades = [0, 255] } = style
  const rows =
    encode(text)
      ?.slice(4, -4)
      .map((row) => row.slice(4, -4)) ?? []
  const [width = 0, height = 0] = module.map((side) => Math.round(side * (rows.length + 2 * quiet)))
  const isDark = (x: number, y: number) => {
    const [column, row] = [x / module[0] - quiet, y / module[1] - quiet]
    return rows[Math.floor(row)]?.[Math.floor(column)] === true && shape(column % 1, row % 1)
  }
  const luma = Uint8Array.from({ length: width * height }, (_, pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)]
    let darks = 0
    for (const dy of within) for (const dx of within) if (isDark(x + dx, y + dy)) darks += 1
    return shades[1] + ((shades[0] - shades[1]) * darks) / within.length ** 2
  })
  return { luma, width, height }
}

/** What is read off each drawing of the code that fills `gray`. */
async function readAnew(gray: Gray): Promise<readonly string[]> {
  const readings = redraw(gray).map((code) => decode(toPicture(onPaper(code))))
  return (await Promise.all(readings)).flat()
}

function onPaper({ luma, width, height }: Gray): Gray {
  const margin = 20
  const sheet = { width: width + 2 * margin, height: height + 2 * margin }
  const paper = new Uint8Array(sheet.width * sheet.height).fill(255)
  for (let y = 0; y < height; y += 1) {
    const row = luma.subarray(y * width, (y + 1) * width)
    paper.set(row, (y + margin) * sheet.width + margin)
  }
  return { luma: paper, ...sheet }
}

function blurred({ luma, width, height }: Gray, reach: number): Gray {
  const at = (x: number, y: number) =>
    luma[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 0
  const steps = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach)
  const soft = Uint8Array.from(luma, (_, pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)]
    const near = steps.flatMap((dy) => steps.map((dx) => at(x + dx, y + dy)))
    return near.reduce((sum, value) => sum + value, 0) / near.length
  })
  return { luma: soft, width, height }
}

describe('a code is drawn anew so that it is read', () => {
  it.each(Object.entries(shapes))('of %s', async (_, shape) => {
    for (const quiet of [0, 1, 4]) {
      expect(await readAnew(drawn(uri, { shape, quiet }))).toContain(uri)
    }
  })

  it.each([
    ['light on dark', { shades: [255, 0], quiet: 2 }],
    ['faint', { shades: [110, 150], shape: shapes['dots'], quiet: 3 }],
    ['stretched', { module: [4, 7], shape: shapes['lines'], quiet: 2 }],
    ['of modules of a broken number of pixels', { module: [3.3, 3.3], quiet: 4 }],
    ['of modules hardly larger than a pixel', { module: [1.6, 1.6], quiet: 4 }],
  ] as const)('%s', async (_, style) => {
    expect(await readAnew(drawn(uri, style as Style))).toContain(uri)
  })

  it('blurred', async () => {
    expect(await readAnew(blurred(drawn(uri, { quiet: 4 }), 3))).toContain(uri)
  })

  it('with its corners cut off', async () => {
    const gray = drawn(uri, { quiet: 1 })
    const { luma, width, height } = gray
    for (const [x, y] of [
      [0, 0],
      [width, 0],
      [0, height],
    ] as const) {
      for (let pixel = 0; pixel < luma.length; pixel += 1) {
        const [dx, dy] = [(pixel % width) - x, Math.floor(pixel / width) - y]
        if (Math.abs(dx) + Math.abs(dy) < 18) luma[pixel] = 0
      }
    }
    expect(await readAnew(gray)).toContain(uri)
  })
})

describe('the grid of a code', () => {
  it('is found in every size, to a fraction of a module', () => {
    const length = fc.integer({ min: 1, max: 400 })
    const module = fc.double({ min: 2, max: 6, noNaN: true })
    const quiet = fc.integer({ min: 0, max: 4 })
    const shape = fc.constantFrom(...Object.values(shapes))
    fc.assert(
      fc.property(length, module, quiet, shape, (count, side, zone, look) => {
        const text = 'a'.repeat(count)
        const gray = drawn(text, { module: [side, side], quiet: zone, shape: look })
        const grid = findGrid(gray, toSums(gray))
        expect(grid?.modules).toBe((encode(text)?.length ?? 0) - 8)
        expect(Math.abs((grid?.left ?? 0) / side - zone)).toBeLessThan(0.5)
        expect(Math.abs((grid?.bottom ?? 0) - gray.height + zone * side)).toBeLessThan(side / 2)
      }),
      { numRuns: 25 },
    )
  })

  it.each([
    ['an empty page', page(300, 300)],
    ['a page of text', scribble(page(400, 400))],
    ['a picture too small for a code', page(20, 20)],
    ['nothing at all', page(0, 0)],
  ])('is not found on %s', (_, picture) => {
    const gray = toGray(picture)
    expect(findGrid(gray, toSums(gray))).toBeNull()
  })

  it('is not found in noise', () => {
    const picture = page(400, 400)
    let seed = 1
    for (let index = 0; index < picture.data.length; index += 1) {
      seed = (seed * 48271) % 2147483647
      picture.data[index] = seed & 255
    }
    const gray = toGray(picture)
    expect(findGrid(gray, toSums(gray))).toBeNull()
  })
})
