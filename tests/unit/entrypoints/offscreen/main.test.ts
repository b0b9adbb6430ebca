import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { hearEmptied } from '@/utils/platform/clipboard/emptied'

const sendRequest = vi.fn(async () => null)
vi.mock('@/utils/messages/send', () => ({ sendRequest }))

const close = vi.fn()
const execCommand = vi.fn()

beforeEach(() => {
  vi.resetModules()
  vi.clearAllMocks()
  vi.stubGlobal('location', { search: '?due=1234' })
  vi.stubGlobal('window', { close })
  vi.stubGlobal('document', {
    addEventListener: () => {},
    removeEventListener: () => {},
    execCommand,
  })
})
afterEach(() => vi.unstubAllGlobals())

it.each([
  ['reports that the clipboard is empty', true, [[{ type: 'clipboard.cleared', dueMs: 1234 }]]],
  ['reports nothing as done where the browser refuses', false, []],
] as const)('%s, and closes', async (_, isEmptied, reports) => {
  execCommand.mockReturnValue(isEmptied)
  const heard = hearEmptied()
  await import('@/entrypoints/offscreen/main')
  expect(await heard).toBe(isEmptied)
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce())
  expect(sendRequest.mock.calls).toEqual(reports)
})
