// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { squaresInTab } from '@/utils/platform/scan/squares-in-tab'
import { stubLayout } from './said-layout'

const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn() }))
vi.mock('webextension-polyfill', () => ({ default: { scripting: { executeScript } } }))

beforeEach(() => {
  stubLayout()
  vi.stubGlobal('visualViewport', undefined)
  Element.prototype.checkVisibility = function () {
    return (this as HTMLElement).style.visibility !== 'hidden'
  }
  executeScript.mockReset().mockImplementation(async ({ func }) => {
    // Sent to pages as text, it must do without everything around it.
    const sent: typeof func = new Function(`return (${func})`)()
    return [{ result: sent() }]
  })
})
afterEach(() => vi.unstubAllGlobals())

const seesIn = (html: string) => {
  document.body.innerHTML = html
  return squaresInTab(7)
}

const inPixels = ([left = 0, top = 0, across = 0, down = 0]: readonly number[]) =>
  [left * innerWidth, top * innerHeight, across * innerWidth, down * innerHeight].map(Math.round)

test.each([
  ['picture', '<img at="100 50 200 200">', [100, 50, 200, 200]],
  ['canvas', '<canvas at="100 50 200 205"></canvas>', [100, 50, 200, 205]],
  ['drawing, partly out of view', '<svg at="900 400 200 200"></svg>', [900, 400, 200, 200]],
  ['table', '<p>Scan</p><table at="100 50 180 200"></table>', [100, 50, 180, 200]],
])('a square %s may be a code', async (_, html, place) => {
  expect((await seesIn(html)).map(inPixels)).toEqual([place])
  expect(executeScript.mock.calls[0]?.[0]).toMatchObject({ target: { tabId: 7 } })
})

test.each([
  ['long', '<img at="100 50 600 100">'],
  ['small', '<img at="100 50 32 32">'],
  ['below what is in view', '<img at="100 600 200 200">'],
  ['above it', '<img at="100 -300 200 200">'],
  ['as large as the view', '<svg at="0 0 1000 950"></svg>'],
  ['hidden', '<img at="100 50 200 200" style="visibility:hidden">'],
  ['no picture', '<p at="100 50 200 200">text</p>'],
])('what is %s is waited for', async (_, html) => {
  expect(await seesIn(html)).toEqual([])
})

test('of many squares the first four are told', async () => {
  const many = Array.from({ length: 30 }, (_, at) => `<img at="${at} 50 100 100">`).join('')
  expect((await seesIn(many)).map(inPixels).map(([left]) => left)).toEqual([0, 1, 2, 3])
})

test('where the page is zoomed in on, it is told of what is seen', async () => {
  const seen = { offsetLeft: 100, offsetTop: 50, scale: 2 }
  vi.stubGlobal('visualViewport', seen)
  const [square] = await seesIn('<img at="100 50 200 200">')
  expect(square).toEqual([0, 0, 400 / innerWidth, 400 / innerHeight])
})

test.each([[true], [null], [{}]])('what is no list of places is none: %s', async (told) => {
  executeScript.mockResolvedValue([{ result: told }])
  expect(await squaresInTab(7)).toEqual([])
})

test('a page that may not be asked is waited for', async () => {
  executeScript.mockRejectedValue(new Error('Cannot access contents of the page'))
  expect(await squaresInTab(7)).toEqual([])
})
