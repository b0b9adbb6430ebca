import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { requestDownloads, tidyDownloads, writeDownload } from '@/utils/platform/downloads'
import { codeOf } from '../vault/error-code'

const listeners = new Set<(change: { id: number }) => void>()
const browser = vi.hoisted(() => ({
  permissions: { request: vi.fn(), contains: vi.fn(), remove: vi.fn() },
  downloads: {
    download: vi.fn(),
    search: vi.fn(),
    cancel: vi.fn(),
    removeFile: vi.fn(),
    erase: vi.fn(),
    onChanged: { addListener: vi.fn(), removeListener: vi.fn() },
  },
  runtime: { id: 'ours' },
}))
vi.mock('webextension-polyfill', () => ({ default: browser }))

const text = '{"ü":1}'
const done = {
  id: 7,
  state: 'complete',
  filename: '/home/ada/Downloads/Sixpence/a.json',
  fileSize: 8,
  exists: true,
}
const write = () => writeDownload('Sixpence', 'a.json', text)

beforeEach(() => {
  vi.resetAllMocks()
  listeners.clear()
  browser.permissions.contains.mockResolvedValue(true)
  browser.downloads.download.mockResolvedValue(7)
  browser.downloads.search.mockResolvedValue([done])
  browser.downloads.cancel.mockResolvedValue(undefined)
  browser.downloads.removeFile.mockResolvedValue(undefined)
  browser.downloads.onChanged.addListener.mockImplementation((heard) => listeners.add(heard))
  browser.downloads.onChanged.removeListener.mockImplementation((heard) => listeners.delete(heard))
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('the permission is asked for within the click: before anything is awaited', () => {
  browser.permissions.request.mockReturnValue(new Promise(() => {}))
  void requestDownloads()
  expect(browser.permissions.request).toHaveBeenCalledWith({ permissions: ['downloads'] })
})

describe('a file in the downloads', () => {
  it('takes the place of the one of its name, without a question, and says where it lies', async () => {
    const made = vi.spyOn(URL, 'createObjectURL')
    const released = vi.spyOn(URL, 'revokeObjectURL')
    expect(await write()).toBe(done.filename)
    expect(browser.downloads.download).toHaveBeenCalledWith({
      url: made.mock.results[0]?.value,
      filename: 'Sixpence/a.json',
      conflictAction: 'overwrite',
      saveAs: false,
    })
    expect(released).toHaveBeenCalledWith(made.mock.results[0]?.value)
    expect(listeners.size).toBe(0)
  })

  it('is made of its text where a worker has no addresses for objects', async () => {
    vi.stubGlobal('URL', { ...URL, createObjectURL: undefined })
    await write()
    vi.unstubAllGlobals()
    const { url } = browser.downloads.download.mock.calls[0]?.[0] ?? {}
    expect(decodeURIComponent(url)).toBe(`data:application/json,${text}`)
  })

  it('that is too long for such an address is not tried', async () => {
    vi.stubGlobal('URL', { ...URL, createObjectURL: undefined })
    const code = await codeOf(() => writeDownload('Sixpence', 'a.json', 'x'.repeat(2 ** 21)))
    vi.unstubAllGlobals()
    expect(code).toBe('download-too-large')
    expect(browser.downloads.download).not.toHaveBeenCalled()
  })

  it('is waited for', async () => {
    browser.downloads.search.mockResolvedValueOnce([{ ...done, state: 'in_progress' }])
    const writing = write()
    await vi.waitFor(() => expect(browser.downloads.search).toHaveBeenCalledTimes(1))
    for (const heard of listeners) heard({ id: 8 })
    for (const heard of listeners) heard({ id: 7 })
    expect(await writing).toBe(done.filename)
    expect(browser.downloads.search).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['a full disk', { state: 'interrupted', error: 'FILE_NO_SPACE' }, 'download-no-space'],
    ['a user who says no', { state: 'interrupted', error: 'USER_CANCELED' }, 'download-cancelled'],
    [
      'a folder that is closed',
      { state: 'interrupted', error: 'FILE_ACCESS_DENIED' },
      'download-failed',
    ],
    ['an end without a word', { state: 'interrupted' }, 'download-failed'],
    ['a file that is shorter', { fileSize: 7 }, 'download-failed'],
    ['a file of another name', { filename: '/x/Sixpence/a (1).json' }, 'download-failed'],
  ])('with %s was not written', async (_, item, code) => {
    browser.downloads.search.mockResolvedValue([{ ...done, ...item }])
    expect(await codeOf(write)).toBe(code)
  })

  it('without the permission is not even tried', async () => {
    browser.permissions.contains.mockResolvedValue(false)
    expect(await codeOf(write)).toBe('downloads-denied')
    expect(browser.downloads.download).not.toHaveBeenCalled()
  })

  it('that the browser refuses releases its address', async () => {
    const released = vi.spyOn(URL, 'revokeObjectURL')
    browser.downloads.download.mockRejectedValue(new Error('filename must not be absolute'))
    expect(await codeOf(write)).toBe('download-failed')
    expect(released).toHaveBeenCalledTimes(1)
  })

  it('that nobody says yes to is given up', async () => {
    vi.useFakeTimers()
    browser.downloads.search.mockResolvedValue([{ ...done, state: 'in_progress' }])
    const code = codeOf(write)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(await code).toBe('download-cancelled')
    expect(browser.downloads.cancel).toHaveBeenCalledWith(7)
  })
})

describe('tidying up', () => {
  const folder = '/home/ada/Downloads/Sixpence/'
  const items = [
    { id: 1, filename: `${folder}old.json`, exists: true, byExtensionId: 'ours' },
    { id: 2, filename: `${folder}new.json`, exists: true },
    { id: 3, filename: `${folder}new.json`, exists: true, byExtensionId: 'ours' },
    { id: 4, filename: '/home/ada/Downloads/old.json', exists: true },
    { id: 5, filename: `${folder}old.json`, exists: true, byExtensionId: 'another' },
    { id: 6, filename: `${folder}gone/old.json`, exists: true },
    { id: 7, filename: `${folder}old.json`, exists: false, byExtensionId: 'ours' },
  ].toReversed()

  // Attack: a page names its download like a backup, to have it, or a backup, removed.
  it('removes what is outdated in its folder and its own, and nothing else', async () => {
    browser.downloads.search.mockResolvedValue(items.filter(({ id }) => id !== 7))
    await tidyDownloads(`${folder}new.json`, (name) => name === 'old.json')
    expect(browser.downloads.removeFile.mock.calls).toEqual([[1]])
    expect(browser.downloads.erase.mock.calls).toEqual([[{ id: 2 }], [{ id: 1 }]])
  })

  it('tells of each name once, and does not remove what is gone', async () => {
    browser.downloads.search.mockResolvedValue(items)
    const isOutdated = vi.fn(() => true)
    await tidyDownloads(`${folder}new.json`, isOutdated)
    expect(isOutdated).toHaveBeenCalledWith('old.json', ['old.json', 'new.json'])
    expect(browser.downloads.removeFile.mock.calls).toEqual([[3]])
  })

  it('goes on where a file cannot be removed', async () => {
    browser.downloads.search.mockResolvedValue(items)
    browser.downloads.removeFile.mockRejectedValue(new Error('gone'))
    await tidyDownloads(`${folder}new.json`, () => true)
    expect(browser.downloads.erase).toHaveBeenCalledTimes(4)
  })
})
