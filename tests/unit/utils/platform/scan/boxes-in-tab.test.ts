import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { boxesInTab } from '@/utils/platform/scan/boxes-in-tab'

const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn() }))
vi.mock('webextension-polyfill', () => ({ default: { scripting: { executeScript } } }))
beforeEach(() => void executeScript.mockReset())

test('the top frame of the tab is asked', async () => {
  const boxes = [{ box: [0, 0, 1, 1], isCut: false }]
  executeScript.mockResolvedValue([{ result: boxes }])
  expect(await boxesInTab(7)).toEqual(boxes)
  expect(executeScript.mock.calls[0]?.[0]).toMatchObject({ target: { tabId: 7 } })
})

test.each([
  ['may not be asked', () => Promise.reject(new Error('Cannot access contents of the page'))],
  ['answers nothing', async () => [{ result: null }]],
  ['is gone', async () => []],
])('a page that %s says nothing of boxes', async (_, answer) => {
  executeScript.mockImplementation(answer)
  expect(await boxesInTab(7)).toBeNull()
})

test('a page that is busy is not waited for longer than a second and a half', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  executeScript.mockReturnValue(new Promise(() => {}))
  const asked = boxesInTab(7)
  await vi.advanceTimersByTimeAsync(1_500)
  expect(await asked).toBeNull()
})
