// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hasSquareInTab } from '@/utils/platform/scan/square-in-tab'
import { stubLayout } from './said-layout'

const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn() }))
vi.mock('webextension-polyfill', () => ({ default: { scripting: { executeScript } } }))

beforeEach(() => {
  stubLayout()
  executeScript.mockReset().mockImplementation(async ({ func }) => {
    // Sent to pages as text, it must do without everything around it.
    const sent: typeof func = new Function(`return (${func})`)()
    return [{ result: sent() }]
  })
})
afterEach(() => vi.unstubAllGlobals())

const seesIn = (html: string) => {
  document.body.innerHTML = html
  return hasSquareInTab(7)
}

test.each([
  ['picture', '<img at="100 50 200 200">'],
  ['canvas', '<canvas at="100 50 200 205"></canvas>'],
  ['drawing, partly out of view', '<svg at="900 400 200 200"></svg>'],
  ['table', '<p>Scan</p><table at="100 50 180 200"></table>'],
])('a square %s may be a code', async (_, html) => {
  expect(await seesIn(html)).toBe(true)
  expect(executeScript.mock.calls[0]?.[0]).toMatchObject({ target: { tabId: 7 } })
})

test.each([
  ['long', '<img at="100 50 600 100">'],
  ['small', '<img at="100 50 32 32">'],
  ['below what is in view', '<img at="100 600 200 200">'],
  ['above it', '<img at="100 -300 200 200">'],
  ['no picture', '<p at="100 50 200 200">text</p>'],
])('what is %s is waited for', async (_, html) => {
  expect(await seesIn(html)).toBe(false)
})

test('a page that may not be asked is waited for', async () => {
  executeScript.mockRejectedValue(new Error('Cannot access contents of the page'))
  expect(await hasSquareInTab(7)).toBe(false)
})
