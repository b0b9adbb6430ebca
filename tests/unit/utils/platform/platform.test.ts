import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Watcher } from '@/entrypoints/fill.content/watcher'
import { world } from '@/entrypoints/fill.content/world'
import { activeTab } from '@/utils/platform/active-tab'
import { clearBadge, clearBadgeOf, showBadge, showDefaultBadge } from '@/utils/platform/badge'
import { captureVisibleTab } from '@/utils/platform/capture'
import { copyText } from '@/utils/platform/clipboard/copy-text'
import { grantedOrigins, grantedPatterns, onGrantsAdded } from '@/utils/platform/grants'
import { openManage } from '@/utils/platform/open-manage'
import { ownBadge } from '@/utils/platform/own-badge'
import { requestOrigins } from '@/utils/platform/permissions'
import {
  askDocument,
  injectFill,
  injectParts,
  injectWatch,
  lookAgain,
  measureDocument,
  measureFrames,
  registeredFills,
  registerFill,
  unregisterFill,
} from '@/utils/platform/scripting'
import { isFrontTab, sendToDocument } from '@/utils/platform/tabs'

const browser = vi.hoisted(() => ({
  tabs: {
    captureVisibleTab: vi.fn(),
    query: vi.fn(),
    get: vi.fn(),
    create: vi.fn(),
    update: vi.fn(),
    sendMessage: vi.fn(),
  },
  windows: { update: vi.fn() },
  permissions: {
    request: vi.fn(),
    getAll: vi.fn(),
    onAdded: { addListener: vi.fn(), removeListener: vi.fn() },
  },
  scripting: {
    executeScript: vi.fn(),
    registerContentScripts: vi.fn(),
    unregisterContentScripts: vi.fn(),
    getRegisteredContentScripts: vi.fn(),
  },
  action: {
    setBadgeText: vi.fn(),
    getBadgeText: vi.fn(),
    setBadgeBackgroundColor: vi.fn(),
    setTitle: vi.fn(),
    getTitle: vi.fn(),
  },
  runtime: {
    getURL: (path: string) => `chrome-extension://ours${path}`,
    getContexts: vi.fn(),
    getManifest: () => ({ action: { default_title: 'The name' } }),
  },
}))
vi.mock('webextension-polyfill', () => ({ default: browser }))

beforeEach(() => {
  vi.resetAllMocks()
})

describe('captureVisibleTab', () => {
  it('turns the data URL into the PNG’s bytes', async () => {
    browser.tabs.captureVisibleTab.mockResolvedValue('data:image/png;base64,iVBORw0KGgr/')
    const blob = await captureVisibleTab()
    expect(blob.type).toBe('image/png')
    expect([...new Uint8Array(await blob.arrayBuffer())]).toEqual([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff,
    ])
  })

  it.each([
    ['Cannot access contents of url "chrome://settings/".', 'page-off-limits'],
    ['The extensions gallery cannot be scripted.', 'page-off-limits'],
    ['Missing activeTab permission', 'page-off-limits'],
    ['Failed to capture tab: image readback failed', 'capture-failed'],
  ])('reads %j as %s', async (message, code) => {
    browser.tabs.captureVisibleTab.mockRejectedValue(new Error(message))
    await expect(captureVisibleTab()).rejects.toMatchObject({ code })
  })
})

describe('activeTab', () => {
  it.each([
    ['https://example.org:8443/a', 'https://example.org:8443', 'example.org:8443'],
    ['http://example.org/', null, 'example.org'],
    ['about:blank', null, null],
    [undefined, null, null],
  ])('tells of %s the origin %s and the host %s', async (url, origin, host) => {
    browser.tabs.query.mockResolvedValue([{ id: 7, url }])
    expect(await activeTab()).toEqual({ tabId: 7, url: url ?? null, origin, host })
  })

  it('is null where there is no tab', async () => {
    browser.tabs.query.mockResolvedValue([])
    expect(await activeTab()).toBeNull()
  })
})

describe('permissions', () => {
  it('asks within the click: before anything is awaited', () => {
    browser.permissions.request.mockReturnValue(new Promise(() => {}))
    void requestOrigins(['http://localhost:18102'])
    expect(browser.permissions.request).toHaveBeenCalledWith({ origins: ['http://localhost/*'] })
  })

  it('lists granted sites, but no grant of more than one host', async () => {
    browser.permissions.getAll.mockResolvedValue({
      origins: ['https://example.org/*', 'https://*/*', '<all_urls>', 'http://localhost/*'],
    })
    expect(await grantedOrigins()).toEqual(['https://example.org', 'http://localhost'])
  })

  it('lists where to run: on single sites, and on all if the browser’s own settings say so', async () => {
    browser.permissions.getAll.mockResolvedValue({
      origins: ['https://example.org/*', '*://*/*', 'http://localhost/*'],
    })
    expect(await grantedPatterns()).toEqual([
      'https://example.org/*',
      'https://*/*',
      'http://localhost/*',
      'http://127.0.0.1/*',
    ])
  })

  it('tells listeners of new grants by pattern, until they stop', () => {
    const listener = vi.fn()
    const stop = onGrantsAdded(listener)
    const [heard] = browser.permissions.onAdded.addListener.mock.calls[0] ?? []
    heard({ origins: ['https://example.org/*'] })
    expect(listener).toHaveBeenCalledWith(['https://example.org/*'])
    stop()
    expect(browser.permissions.onAdded.removeListener).toHaveBeenCalledWith(heard)
  })
})

describe('scripting', () => {
  it('registers the content script for a pattern, frames too, under an id of its own', async () => {
    await registerFill('https://example.org/*')
    expect(browser.scripting.registerContentScripts).toHaveBeenCalledWith([
      expect.objectContaining({
        id: 'fill https://example.org/*',
        matches: ['https://example.org/*'],
        allFrames: true,
      }),
    ])
    await unregisterFill('https://example.org/*')
    expect(browser.scripting.unregisterContentScripts).toHaveBeenCalledWith({
      ids: ['fill https://example.org/*'],
    })
  })

  it('lists what is registered by pattern', async () => {
    browser.scripting.getRegisteredContentScripts.mockResolvedValue([
      { id: 'fill https://example.org/*' },
      { id: 'something else' },
    ])
    expect(await registeredFills()).toEqual(['https://example.org/*'])
  })

  it('injects for one request into one document, and has nothing watch there', async () => {
    await injectFill(7, 'doc')
    expect(browser.scripting.executeScript).toHaveBeenLastCalledWith({
      target: { tabId: 7, documentIds: ['doc'] },
      files: ['/content-scripts/watch.js', '/find.js', '/fill.js'],
    })
    await injectFill(7, 'doc', true)
    expect(browser.scripting.executeScript).toHaveBeenLastCalledWith({
      target: { tabId: 7, documentIds: ['doc'] },
      files: ['/content-scripts/watch.js', '/find.js', '/fill.js', '/point.js'],
    })
  })

  it.each([
    ['find', '/find.js'],
    ['fill', '/fill.js'],
    ['point', '/point.js'],
    ['send', '/send.js'],
  ] as const)('brings the part that is asked for into one document: %s', async (part, file) => {
    await injectParts(7, 'doc', part)
    expect(browser.scripting.executeScript).toHaveBeenLastCalledWith({
      target: { tabId: 7, documentIds: ['doc'] },
      files: [file],
    })
  })

  it('watches in the frames of allowed sites, and has nothing else there', async () => {
    const files = ['/content-scripts/watch.js', '/start.js']
    await injectWatch(7)
    expect(browser.scripting.executeScript).toHaveBeenLastCalledWith({
      target: { tabId: 7, allFrames: true },
      files,
    })
    await registerFill('https://example.org/*')
    expect(browser.scripting.registerContentScripts).toHaveBeenCalledWith([
      expect.objectContaining({ js: files }),
    ])
  })

  it('measures origin, path and document in the document itself', async () => {
    const result = ['https://example.org', '/login']
    browser.scripting.executeScript.mockResolvedValue([{ result, documentId: 'doc', frameId: 0 }])
    const measured = { origin: 'https://example.org', path: '/login', documentId: 'doc' }
    expect(await measureDocument(7)).toEqual(measured)
    expect(browser.scripting.executeScript.mock.lastCall?.[0].target).toEqual({
      tabId: 7,
      frameIds: [0],
    })
    await measureDocument(7, 3)
    expect(browser.scripting.executeScript.mock.lastCall?.[0].target).toMatchObject({
      frameIds: [3],
    })
  })

  it('measures every frame that it may enter, and leaves out what is no web page', async () => {
    browser.scripting.executeScript.mockResolvedValue([
      { result: ['https://example.org', '/'], documentId: 'top', frameId: 0 },
      { result: null, documentId: 'blob', frameId: 1 },
      { result: ['https://bank.example', '/otp'], documentId: 'bank', frameId: 2 },
    ])
    expect(await measureFrames(7)).toEqual([
      { frameId: 0, documentId: 'top', origin: 'https://example.org', path: '/' },
      { frameId: 2, documentId: 'bank', origin: 'https://bank.example', path: '/otp' },
    ])
  })

  it('asks a document by its id or its frame what code it asks for, and measures it', async () => {
    const asked = { prompt: 'unknown', room: { least: 0, most: 6 }, home: true } as const
    const result = ['https://example.org', '/login', asked]
    browser.scripting.executeScript.mockResolvedValue([{ result, documentId: 'doc', frameId: 3 }])
    const measured = { origin: 'https://example.org', path: '/login', documentId: 'doc' }
    expect(await askDocument(7, 'doc', { field: null })).toMatchObject({ ...measured, asked })
    const target = () => browser.scripting.executeScript.mock.lastCall?.[0].target
    expect(target()).toEqual({ tabId: 7, documentIds: ['doc'] })
    await askDocument(7, 3, { field: null })
    expect(target()).toEqual({ tabId: 7, frameIds: [3] })
  })

  it('asks the filler alone, and where there is none, nobody', async () => {
    const find = { field: null, recovery: true } as const
    await askDocument(7, 0, find).catch(() => null)
    const { func, args } = browser.scripting.executeScript.mock.lastCall?.[0] ?? {}
    vi.stubGlobal('location', { protocol: 'https:', pathname: '/' })
    vi.stubGlobal('self', { origin: 'https://example.org' })
    // An element of the page's may be called so.
    vi.stubGlobal('ask', () => 'the page')
    expect(await func(...args)).toEqual(['https://example.org', '/', undefined])
    world.ask = vi.fn(async () => ({ prompt: 'unknown', room: null, home: false }) as const)
    expect((await func(...args))[2]).toEqual({ prompt: 'unknown', room: null, home: false })
    expect(world.ask).toHaveBeenCalledExactlyOnceWith(find)
    delete world.ask
    vi.unstubAllGlobals()
  })

  it.each([
    undefined,
    'unknown',
    { prompt: 'any', room: null, home: true },
    { prompt: 'unknown', room: { least: 0 }, home: true },
    { prompt: 'unknown', room: null, home: 'yes' },
  ])('takes %j for no answer of it', async (asked) => {
    const result = ['https://example.org', '/', asked]
    browser.scripting.executeScript.mockResolvedValue([{ result, documentId: 'doc', frameId: 0 }])
    expect(await askDocument(7, 0, { field: null })).toMatchObject({ asked: null })
  })

  it.each([
    ['https:', 'https://example.org', 'https://example.org'],
    ['http:', 'http://localhost:8080', 'http://localhost:8080'],
    ['https: in a sandbox', 'null', 'null'],
    ['blob:', 'https://example.org', null],
    ['about:', 'https://example.org', null],
    ['data:', 'null', null],
    ['javascript:', 'https://example.org', null],
  ])('reads the origin of a document of %s (%s) as %s', async (where, origin, measured) => {
    await measureDocument(7).catch(() => null)
    const { func, args } = browser.scripting.executeScript.mock.lastCall?.[0] ?? {}
    vi.stubGlobal('location', { protocol: where.split(' ')[0], pathname: '/' })
    vi.stubGlobal('self', { origin })
    expect(await func(...args)).toEqual(measured && [measured, '/', null])
    vi.unstubAllGlobals()
  })

  it.each([
    [[]],
    [[{ result: null, documentId: 'doc' }]],
    [[{ result: ['https://a.example', 1] }]],
  ])('calls a document that does not answer off limits: %j', async (injections) => {
    browser.scripting.executeScript.mockResolvedValue(injections)
    await expect(measureDocument(7)).rejects.toMatchObject({ code: 'page-off-limits' })
  })

  it('has watchers look again, where there are any, and where it may not does nothing', async () => {
    await lookAgain(7)
    const { target, func, args } = browser.scripting.executeScript.mock.lastCall?.[0] ?? {}
    expect(target).toEqual({ tabId: 7, allFrames: true })
    // An element of the page's may be called so.
    vi.stubGlobal('watcher', {})
    expect(func(...args)).toBeUndefined()
    vi.unstubAllGlobals()
    const look = vi.fn()
    world.watcher = { look } as unknown as Watcher
    func(...args)
    delete world.watcher
    expect(look.mock.calls).toEqual([['told']])
    browser.scripting.executeScript.mockRejectedValue(new Error('Cannot access a chrome:// URL'))
    await expect(lookAgain(7)).resolves.toBeUndefined()
  })

  it('calls a page where nothing may run off limits', async () => {
    browser.scripting.executeScript.mockRejectedValue(new Error('Cannot access a chrome:// URL'))
    await expect(measureDocument(7)).rejects.toMatchObject({ code: 'page-off-limits' })
    await expect(injectFill(7, 'doc')).rejects.toMatchObject({ code: 'page-off-limits' })
    await expect(injectWatch(7)).rejects.toMatchObject({ code: 'page-off-limits' })
  })
})

describe('tabs', () => {
  it('sends to one document and returns its answer', async () => {
    const reply = { filled: true, pointed: null }
    browser.tabs.sendMessage.mockResolvedValue(reply)
    const command = { type: 'content.write', code: '123456', field: null, submit: false } as const
    expect(await sendToDocument(7, 'doc', command)).toEqual(reply)
    expect(browser.tabs.sendMessage).toHaveBeenCalledWith(7, command, { documentId: 'doc' })
  })

  it.each([
    undefined,
    null,
    {},
    { filled: 'yes', pointed: null },
    { filled: true },
    { prompt: 'unknown' },
    { pointed: 'field' },
  ])('takes %j for no answer', async (reply) => {
    browser.tabs.sendMessage.mockResolvedValue(reply)
    expect(await sendToDocument(7, 'doc', { type: 'content.point' })).toBeNull()
  })

  it('takes a document that is gone for no answer', async () => {
    browser.tabs.sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'))
    expect(await sendToDocument(7, 'doc', { type: 'content.point' })).toBeNull()
  })

  it('takes a tab that is gone for no front tab', async () => {
    browser.tabs.get.mockRejectedValue(new Error('No tab with id: 7.'))
    expect(await isFrontTab(7)).toBe(false)
  })
})

describe('a page that does not answer', () => {
  const wait = { type: 'content.point' } as const
  beforeEach(() => {
    vi.useFakeTimers()
    browser.scripting.executeScript.mockReturnValue(new Promise(() => {}))
    browser.tabs.sendMessage.mockReturnValue(new Promise(() => {}))
  })
  afterEach(() => vi.useRealTimers())

  it.each<[string, () => Promise<unknown>]>([
    ['measured', () => measureDocument(7)],
    ['asked something', () => askDocument(7, 0, { field: null })],
    ['sent a script', () => injectFill(7, 'doc')],
    ['sent the watching script', () => injectWatch(7)],
    ['told something', () => sendToDocument(7, 'doc', wait)],
  ])('is called silent when it is %s, and holds nobody up for ever', async (_, ask) => {
    const asked = expect(ask()).rejects.toMatchObject({ code: 'page-silent' })
    await vi.advanceTimersByTimeAsync(5_000)
    await asked
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is not waited for when it is to look again', async () => {
    const asked = lookAgain(7)
    await vi.advanceTimersByTimeAsync(5_000)
    await expect(asked).resolves.toBeUndefined()
  })

  it('costs no timer once it has answered', async () => {
    browser.tabs.sendMessage.mockResolvedValue({ pointed: null })
    expect(await sendToDocument(7, 'doc', wait)).toEqual({ pointed: null })
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('badge', () => {
  it('marks one tab, and gives it back what all tabs have', async () => {
    browser.action.getTitle.mockResolvedValue('The name')
    await showBadge(7, { text: '!', title: 'Locked', color: '#000' })
    expect(browser.action.setTitle).toHaveBeenCalledWith({ tabId: 7, title: 'Locked' })
    await clearBadge(7)
    expect(browser.action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 7, text: null })
    expect(browser.action.setTitle).toHaveBeenLastCalledWith({ tabId: 7, title: 'The name' })
  })

  it('marks all tabs, until it is told to stop', async () => {
    await showDefaultBadge({ text: '!', title: 'Not saved', color: '#000' })
    expect(browser.action.setTitle).toHaveBeenLastCalledWith({ title: 'Not saved' })
    expect(browser.action.setBadgeText).toHaveBeenLastCalledWith({ text: '!' })
    await showDefaultBadge(null)
    expect(browser.action.setTitle).toHaveBeenLastCalledWith({ title: 'The name' })
    expect(browser.action.setBadgeText).toHaveBeenLastCalledWith({ text: '' })
  })

  it('is a tab’s own where it is not that of all tabs', async () => {
    browser.action.getBadgeText.mockImplementation(async ({ tabId }) => (tabId === 7 ? '+' : '!'))
    expect([await ownBadge(7), await ownBadge(8)]).toEqual(['+', null])
  })

  it('is cleared by its text: what it was marked with since stays', async () => {
    browser.action.getBadgeText.mockImplementation(async ({ tabId }) => (tabId ? '?' : ''))
    await clearBadgeOf(7, '+')
    expect(browser.action.setBadgeText).not.toHaveBeenCalled()
    await clearBadgeOf(7, '?')
    expect(browser.action.setBadgeText).toHaveBeenCalledExactlyOnceWith({ tabId: 7, text: null })
  })

  it('does not mind a tab that closed', async () => {
    browser.action.getBadgeText.mockRejectedValue(new Error('No tab with id: 7.'))
    await expect(clearBadgeOf(7, '+')).resolves.toBeUndefined()
    browser.action.setTitle.mockRejectedValue(new Error('No tab with id: 7.'))
    await expect(clearBadge(7)).resolves.toBeUndefined()
  })
})

describe('openManage', () => {
  it('opens the page at the route', async () => {
    browser.runtime.getContexts.mockResolvedValue([])
    await openManage('import')
    expect(browser.tabs.create).toHaveBeenCalledWith({
      url: 'chrome-extension://ours/manage.html#/import',
    })
  })

  it('goes to the tab where it is open', async () => {
    browser.runtime.getContexts.mockResolvedValue([
      { documentUrl: 'chrome-extension://ours/popup.html', tabId: 3 },
      { documentUrl: 'chrome-extension://ours/manage.html#/accounts', tabId: 4 },
    ])
    browser.tabs.update.mockResolvedValue({ windowId: 9 })
    await openManage()
    expect(browser.tabs.create).not.toHaveBeenCalled()
    expect(browser.tabs.update).toHaveBeenCalledWith(4, {
      active: true,
      url: 'chrome-extension://ours/manage.html#/',
    })
    expect(browser.windows.update).toHaveBeenCalledWith(9, { focused: true })
  })
})

describe('copyText', () => {
  it('throws clipboard-denied where the browser refuses', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: vi.fn().mockRejectedValue(new Error()) } })
    await expect(copyText('123456')).rejects.toMatchObject({ code: 'clipboard-denied' })
    vi.unstubAllGlobals()
  })
})
