import { beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '@/utils/errors/app-error'
import { readPointed } from '@/utils/platform/scan/pointed-in-tab'

const { executeScript, decodeImage } = vi.hoisted(() => ({
  executeScript: vi.fn(),
  decodeImage: vi.fn(),
}))
vi.mock('webextension-polyfill', () => ({ default: { scripting: { executeScript } } }))
vi.mock('@/utils/platform/scan/decode-image', () => ({ decodeImage }))
beforeEach(() => {
  executeScript.mockReset()
  decodeImage.mockReset()
})

const nothing = { payloads: [], hasPart: false, hasCut: false }
const saying = (payload: string) => ({ ...nothing, payloads: [payload] })
const capture = new Blob(['capture'])
const pixels = 'data:image/png;base64,AAAA'
const box = { box: [0.1, 0.1, 0.2, 0.2], isCut: false }
const source = { tabId: 7, frameId: 3, address: 'https://x.example/a.png' }
const read = (address = source.address) =>
  readPointed({ ...source, address, capture: Promise.resolve(capture) })
const pageSays = (result: unknown) => executeScript.mockResolvedValue([{ result }])

test('what is seen goes before what the picture holds: something may lie over it', async () => {
  pageSays({ box, pixels })
  decodeImage.mockResolvedValueOnce(saying('seen'))
  expect(await read()).toEqual(saying('seen'))
  expect(decodeImage.mock.calls).toEqual([[capture, { frame: box.box, timeoutMs: 3000 }]])
  expect(executeScript.mock.calls[0]?.[0]).toMatchObject({
    target: { tabId: 7, frameIds: [3] },
    args: [source.address],
  })
})

test('its pixels are read where it is seen too small, or not at all', async () => {
  pageSays({ box, pixels })
  decodeImage.mockResolvedValueOnce(nothing).mockResolvedValueOnce(saying('held'))
  expect(await read()).toEqual(saying('held'))
  pageSays({ box: null, pixels })
  decodeImage.mockResolvedValueOnce(saying('held'))
  expect(await read()).toEqual(saying('held'))
})

test('a picture that stands in its address is read without the page', async () => {
  executeScript.mockRejectedValue(new Error('no access'))
  decodeImage.mockResolvedValueOnce(saying('data'))
  expect(await read(pixels)).toEqual(saying('data'))
})

test.each([
  ['may not be asked', () => executeScript.mockRejectedValue(new Error('no access')), undefined],
  ['has no such picture', () => pageSays(null), undefined],
  ['answers something else', () => pageSays({ box: null, pixels: 'https://x.example' }), undefined],
  ['has a picture that is none', () => pageSays(null), 'data:image/png;base64,%%%'],
  ['has a picture of text', () => pageSays(null), 'data:text/html;base64,AAAA'],
])('where the page %s nothing is read', async (_, answer, address) => {
  answer()
  decodeImage.mockResolvedValue(nothing)
  expect(await read(address)).toEqual(nothing)
})

test('a bomb is refused, and nothing is read', async () => {
  pageSays({ box, pixels })
  decodeImage.mockRejectedValue(new AppError('image-too-large'))
  expect(await read()).toEqual(nothing)
})
