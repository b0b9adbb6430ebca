import { beforeEach, expect, test, vi } from 'vitest'
import { textsInTab } from '@/utils/platform/scan/texts-in-tab'

const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn() }))
vi.mock('webextension-polyfill', () => ({ default: { scripting: { executeScript } } }))
beforeEach(() => void executeScript.mockReset())

test('the top frame of the tab is asked', async () => {
  const texts = { links: ['otpauth://totp/a'], about: '', passages: [] }
  executeScript.mockResolvedValue([{ result: texts }])
  expect(await textsInTab(7)).toEqual(texts)
  expect(executeScript.mock.calls[0]?.[0]).toMatchObject({ target: { tabId: 7 } })
})

test.each([
  ['may not be asked', () => Promise.reject(new Error('Cannot access contents of the page'))],
  ['answers nothing', async () => [{ result: null }]],
  ['answers something else', async () => [{ result: { links: 'all', about: 1 } }]],
  ['is gone', async () => []],
])('a page that %s says nothing of itself', async (_, answer) => {
  executeScript.mockImplementation(answer)
  expect(await textsInTab(7)).toBeNull()
})

test('a page that is busy is not waited for', async () => {
  vi.useFakeTimers()
  executeScript.mockReturnValue(new Promise(() => {}))
  const asked = textsInTab(7)
  await vi.advanceTimersByTimeAsync(500)
  expect(await asked).toBeNull()
  vi.useRealTimers()
})
