import { expect, test } from 'vitest'
import { decode } from '@/utils/qr/decode'
import type { Box } from '@/utils/qr/picture'
import { readFrame } from '@/utils/qr/read-frame'
import { black, drawCode, page, scribble, white } from './draw'

const uri = 'otpauth://totp/Acme:ada@example.org?secret=JBSWY3DPEHPK3PXP&issuer=Acme'
/** Side of the code in modules, without its quiet zone. */
const modules = 37
const other = uri.replace('Acme:', 'Other:')

test.each<[string, Parameters<typeof drawCode>[2], Box]>([
  ['drawn to its edges', { x: 100, y: 100, quiet: 0 }, [100, 100, modules * 4, modules * 4]],
  ['drawn too tight', { x: 100, y: 100 }, [120, 118, modules * 4 - 8, modules * 4 - 6]],
  ['drawn around much else', { x: 100, y: 100 }, [10, 10, 500, 400]],
  ['drawn around a small code', { x: 100, y: 100, module: [1, 1] }, [96, 96, 53, 53]],
])('a code in a frame %s is read', async (_, style, box) => {
  const picture = drawCode(scribble(page(600, 500)), uri, style)
  expect(await readFrame(picture, box)).toEqual({ payloads: [uri], hasPart: false, hasCut: false })
})

test('dark squares on a dark page are read in their frame, where the page alone shows nothing', async () => {
  const picture = drawCode(page(900, 700, black), uri, { x: 60, y: 70, quiet: 0, module: [2, 2] })
  expect(await decode({ ...picture, cands: [] })).toEqual([])
  expect((await readFrame(picture, [50, 60, 100, 100])).payloads).toEqual([uri])
})

test('what is outside the frame is not read', async () => {
  const both = drawCode(page(900, 400, white), uri, { x: 20, y: 20 })
  drawCode(both, other, { x: 480, y: 20 })
  expect((await readFrame(both, [470, 10, 250, 250])).payloads).toEqual([other])
})

test.each<[string, Box]>([
  ['without a code', [0, 0, 200, 200]],
  ['without a size', [10, 10, 0, 0]],
  ['outside the picture', [900, 900, 50, 50]],
])('a frame %s holds nothing', async (_, box) => {
  const none = { payloads: [], hasPart: false, hasCut: false }
  expect(await readFrame(scribble(page(300, 300)), box)).toEqual(none)
})

test('a part of a longer text is told', async () => {
  const picture = drawCode(page(400, 400), 'otpauth://totp/a', { x: 20, y: 20, part: [0, 2] })
  expect(await readFrame(picture, [0, 0, 300, 300])).toMatchObject({ payloads: [], hasPart: true })
})
