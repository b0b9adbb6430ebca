import { beforeEach, expect, test, vi } from 'vitest'
import { selectionInTab, textInTab } from '@/utils/platform/page-text/text-in-tab'

const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn() }))
vi.mock('webextension-polyfill', () => ({ default: { scripting: { executeScript } } }))
beforeEach(() => void executeScript.mockReset())

test('the top frame of the tab says what it shows', async () => {
  const page = { title: 'Shelf', text: 'a line\nanother' }
  executeScript.mockResolvedValue([{ result: { ...page, more: 1 } }])
  expect(await textInTab(7)).toEqual(page)
  expect(executeScript.mock.calls[0]?.[0]).toMatchObject({ target: { tabId: 7 } })
})

test('the frame that was clicked in says what is selected', async () => {
  executeScript.mockResolvedValue([{ result: 'ab-12\ncd-34' }])
  expect(await selectionInTab(7, 3)).toBe('ab-12\ncd-34')
  expect(executeScript.mock.calls[0]?.[0]).toMatchObject({ target: { tabId: 7, frameIds: [3] } })
})

test.each<[string, () => Promise<unknown>]>([
  ['may not be asked', () => Promise.reject(new Error('Cannot access contents of the page'))],
  ['answers nothing', async () => [{ result: null }]],
  ['answers something else', async () => [{ result: { title: 5, text: [] } }]],
  ['has nothing selected', async () => [{ result: ' \n' }]],
  ['is gone', async () => []],
])('a page that %s says nothing', async (_, answer) => {
  executeScript.mockImplementation(answer)
  expect(await textInTab(7)).toBeNull()
  expect(await selectionInTab(7, 0)).toBeNull()
})
