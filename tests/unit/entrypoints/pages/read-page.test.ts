import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readTab } from '@/entrypoints/pages/read-page'
import { AppError } from '@/utils/errors/app-error'

const mocks = vi.hoisted(() => ({
  boxesInTab: vi.fn(),
  textsInTab: vi.fn(),
  decodeImage: vi.fn(),
  readPointed: vi.fn(),
  takePointed: vi.fn(),
  isLoading: vi.fn(),
  untilLoaded: vi.fn(),
  isFrontTab: vi.fn(),
}))
vi.mock('@/utils/platform/scan/boxes-in-tab', () => mocks)
vi.mock('@/utils/platform/scan/texts-in-tab', () => mocks)
vi.mock('@/utils/platform/scan/decode-image', () => mocks)
vi.mock('@/utils/platform/scan/pointed-in-tab', () => mocks)
vi.mock('@/utils/storage/pointed-picture', () => mocks)
vi.mock('@/utils/platform/tabs', () => mocks)
vi.mock('@/utils/platform/badge', () => ({ clearBadgeOf: async () => undefined }))

const tab = { tabId: 7, url: 'https://a.example/', origin: 'https://a.example', host: 'a.example' }
const capture = Promise.resolve(new Blob(['picture']))
const again = vi.fn()
const boxes = [{ box: [0, 0, 1, 1], isCut: false }]
const read = (...payloads: string[]) => ({ payloads, hasPart: false, hasCut: false })
const aheadOf = (soon: Promise<string | null>) => ({
  worker: { terminate: vi.fn() } as unknown as Worker,
  soon,
})

beforeEach(() => {
  mocks.boxesInTab.mockReset().mockResolvedValue(boxes)
  mocks.textsInTab.mockReset().mockResolvedValue(null)
  mocks.decodeImage.mockReset().mockResolvedValue(read('a', 'b'))
  mocks.readPointed.mockReset().mockResolvedValue(read('pointed'))
  mocks.takePointed.mockReset().mockResolvedValue(null)
  mocks.isLoading.mockReset().mockResolvedValue(false)
  mocks.untilLoaded.mockReset().mockResolvedValue(undefined)
  mocks.isFrontTab.mockReset().mockResolvedValue(true)
  again.mockReset().mockResolvedValue(new Blob(['later']))
})

test('what is read before the rest is told while the page has not answered yet', async () => {
  let answer = (_: typeof boxes) => {}
  mocks.boxesInTab.mockReturnValue(new Promise((resolve) => (answer = resolve)))
  const ahead = aheadOf(Promise.resolve('a'))
  const tell = vi.fn()
  const reading = readTab({ capture, again, tab, ahead: Promise.resolve(ahead), tell })
  await vi.waitFor(() => expect(tell.mock.calls).toEqual([['a']]))
  expect(mocks.decodeImage).not.toHaveBeenCalled()
  answer(boxes)
  expect(await reading).toMatchObject({ payloads: ['a', 'b'], hasMissed: false })
  expect(mocks.decodeImage.mock.calls[0]?.[1]).toEqual({ boxes, ahead })
})

test('nothing is told where no code was expected', async () => {
  const tell = vi.fn()
  await readTab({ capture, again, tab, ahead: Promise.resolve(null), tell })
  expect(tell).not.toHaveBeenCalled()
  expect(mocks.decodeImage.mock.calls[0]?.[1]).toEqual({ boxes, ahead: null })
})

test('nothing of the page is told before a picture that was pointed out there', async () => {
  mocks.takePointed.mockResolvedValue({ tabId: 7 })
  const tell = vi.fn()
  const started = aheadOf(Promise.resolve('a'))
  const ahead = Promise.resolve(started)
  expect(await readTab({ capture, again, tab, ahead, tell })).toMatchObject({
    payloads: ['pointed'],
  })
  expect(tell.mock.calls).toEqual([[null]])
  expect(started.worker.terminate).toHaveBeenCalledOnce()
})

test('fails as reading ahead does where the page has nothing else to say', async () => {
  const ahead = aheadOf(Promise.reject(new AppError('image-unreadable')))
  const tell = vi.fn()
  const reading = readTab({ capture, again, tab, ahead: Promise.resolve(ahead), tell })
  await expect(reading).rejects.toMatchObject({ code: 'image-unreadable' })
  expect(tell).not.toHaveBeenCalled()
})

describe('a page that is still coming', () => {
  const readIt = () => readTab({ capture, again, tab, ahead: Promise.resolve(null), tell: vi.fn() })
  beforeEach(() => {
    mocks.isLoading.mockResolvedValue(true)
    mocks.decodeImage.mockResolvedValueOnce(read())
  })

  test('is looked at again when it has come, on a new picture', async () => {
    expect(await readIt()).toMatchObject({ payloads: ['a', 'b'] })
    expect(mocks.untilLoaded).toHaveBeenCalledWith(7, 3_000)
    const pictures = mocks.decodeImage.mock.calls.map(([picture]) => picture.text())
    expect(await Promise.all(pictures)).toEqual(['picture', 'later'])
  })

  test('is told of as it has come, with what it says now', async () => {
    const keys = { about: 'two-factor secret key', passages: ['JBSW Y3DP EHPK 3PXP'], links: [] }
    mocks.decodeImage.mockResolvedValueOnce({ ...read(), hasCut: true })
    mocks.textsInTab.mockResolvedValueOnce(keys)
    expect(await readIt()).toMatchObject({ payloads: [], hasCut: true })
  })

  test('is read later where it could not be read at once', async () => {
    mocks.decodeImage.mockReset().mockRejectedValueOnce(new AppError('capture-failed'))
    mocks.decodeImage.mockResolvedValueOnce(read('a'))
    expect(await readIt()).toMatchObject({ payloads: ['a'] })
  })

  test('fails as it did at first where it cannot be read later, either', async () => {
    mocks.decodeImage.mockReset().mockRejectedValue(new AppError('capture-failed'))
    await expect(readIt()).rejects.toMatchObject({ code: 'capture-failed' })
  })

  test('says what it said where there is no second picture, and no more', async () => {
    again.mockRejectedValue(new AppError('capture-failed'))
    mocks.textsInTab.mockResolvedValueOnce({ about: '', passages: [], links: ['otpauth://link'] })
    expect(await readIt()).toMatchObject({ payloads: ['otpauth://link'] })
    expect(again).not.toHaveBeenCalled()
    mocks.decodeImage.mockResolvedValueOnce(read())
    expect(await readIt()).toMatchObject({ payloads: [], keys: [] })
    expect(again).toHaveBeenCalledOnce()
  })

  test.each([
    ['before', [false]],
    ['after', [true, false]],
  ])('is not mistaken for another tab that is in front %s its picture', async (_, fronts) => {
    for (const front of fronts) mocks.isFrontTab.mockResolvedValueOnce(front)
    expect(await readIt()).toMatchObject({ payloads: [] })
    expect(mocks.decodeImage).toHaveBeenCalledOnce()
    expect(again).toHaveBeenCalledTimes(fronts.length - 1)
  })

  test('that has come already is looked at once', async () => {
    mocks.isLoading.mockResolvedValue(false)
    expect(await readIt()).toMatchObject({ payloads: [] })
    expect(mocks.decodeImage).toHaveBeenCalledOnce()
  })
})
