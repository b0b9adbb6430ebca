import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '@/utils/errors/app-error'
import { createErrands } from '@/utils/messages/errands'
import { answer, type Handlers, listen } from '@/utils/messages/listen'
import type { Sender } from '@/utils/messages/sender'

const browser = vi.hoisted(() => ({
  runtime: {
    id: 'ours',
    getURL: (path: string) => `chrome-extension://ours/${path}`,
    onMessage: { addListener: vi.fn() },
  },
  storage: {
    session: { get: vi.fn(), set: vi.fn(), remove: vi.fn() },
    onChanged: { addListener: vi.fn() },
  },
}))
vi.mock('webextension-polyfill', () => ({ default: browser }))

/** What lies in storage.session. */
let session: Record<string, unknown> = {}
const errands = createErrands()

const us = { id: 'ours', origin: 'chrome-extension://ours' }
const popup: Sender = { id: 'ours', origin: us.origin, documentId: 'popup' }
const content: Sender = {
  id: 'ours',
  origin: 'https://example.org',
  url: 'https://example.org/prompt?from=1',
  documentId: 'doc',
  frameId: 0,
  tab: { id: 7 },
}

const handlers = {
  'fill.bring': vi.fn<Handlers['fill.bring']>(async () => ({ field: null })),
  'fill.request': vi.fn<Handlers['fill.request']>(async () => ({ kind: 'nothing' })),
  'fill.unused': vi.fn<Handlers['fill.unused']>(async () => null),
  'user.typed': vi.fn<Handlers['user.typed']>(async () => null),
  'field.pointed': vi.fn<Handlers['field.pointed']>(async () => null),
  'user.look': vi.fn<Handlers['user.look']>(async () => null),
  'fill.look': vi.fn<Handlers['fill.look']>(async () => ({ kind: null, frame: null })),
  'fill.here': vi.fn<Handlers['fill.here']>(async () => ({ kind: 'filled' })),
  'fill.recovery': vi.fn<Handlers['fill.recovery']>(async () => ({ kind: 'none-left' })),
  'account.save': vi.fn<Handlers['account.save']>(async () => ({ accountId: 'a' })),
  'clipboard.copied': vi.fn<Handlers['clipboard.copied']>(async () => null),
  'clipboard.cleared': vi.fn<Handlers['clipboard.cleared']>(async () => null),
  'backup.automatic': vi.fn<Handlers['backup.automatic']>(async () => null),
}

const wellShaped = {
  'fill.bring': { type: 'fill.bring', part: 'find' },
  'fill.request': { type: 'fill.request', holds: false, least: 0, most: 6 },
  'fill.unused': { type: 'fill.unused' },
  'user.typed': { type: 'user.typed', name: 'ada' },
  'field.pointed': { type: 'field.pointed' },
  'user.look': { type: 'user.look', tabId: 7, origin: 'https://example.org' },
  'fill.look': { type: 'fill.look', tabId: 7 },
  'fill.here': { type: 'fill.here', tabId: 7, accountId: 'a', when: 'ask' },
  'fill.recovery': { type: 'fill.recovery', tabId: 7, accountId: 'a' },
  'account.save': { type: 'account.save', draft: 'sealed' },
  'clipboard.copied': { type: 'clipboard.copied', seconds: 30, atMs: 1 },
  'clipboard.cleared': { type: 'clipboard.cleared', dueMs: 1 },
  'backup.automatic': { type: 'backup.automatic', on: true },
}

const ofPages = [
  'user.look',
  'fill.look',
  'fill.here',
  // Attack: a page that took our content script over asks for recovery codes until none is left.
  'fill.recovery',
  'account.save',
  'clipboard.copied',
  'clipboard.cleared',
  // Attack: a page that took our content script over has a file written, or backups stopped.
  'backup.automatic',
] as const

beforeEach(() => {
  vi.clearAllMocks()
  session = {}
  browser.storage.session.get.mockImplementation(async () => ({ ...session }))
  browser.storage.session.remove.mockImplementation(async (key: string) => {
    delete session[key]
  })
})

function expectDropped(message: unknown, sender: Sender) {
  expect(answer(message, sender, us, handlers, errands)).toBeUndefined()
  for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled()
}

describe('answer', () => {
  it('hands a content script’s question on with what the browser says of it', async () => {
    expect(await answer(wellShaped['fill.request'], content, us, handlers, errands)).toEqual({
      ok: { kind: 'nothing' },
    })
    expect(handlers['fill.request']).toHaveBeenCalledWith(wellShaped['fill.request'], {
      origin: 'https://example.org',
      url: 'https://example.org/prompt?from=1',
      documentId: 'doc',
      tabId: 7,
      frameId: 0,
    })
  })

  it.each(ofPages)('answers %s of our own page', async (type) => {
    expect(await answer(wellShaped[type], popup, us, handlers, errands)).toHaveProperty('ok')
  })

  it('answers Chromium’s popup, which the browser gives no document', async () => {
    const { id, origin } = popup as { id: string; origin: string }
    expect(
      await answer(wellShaped['fill.here'], { id, origin }, us, handlers, errands),
    ).toHaveProperty('ok')
  })

  it('answers our own page standing in a tab', async () => {
    const manage = { ...popup, tab: { id: 3 }, frameId: 0 }
    expect(await answer(wellShaped['fill.here'], manage, us, handlers, errands)).toHaveProperty(
      'ok',
    )
  })

  it.each(ofPages)('drops %s forged by a content script', (type) =>
    expectDropped(wellShaped[type], content),
  )

  it.each(['fill.request', 'fill.unused', 'user.typed', 'field.pointed'] as const)(
    'drops %s when a page of ours sends it',
    (type) => expectDropped(wellShaped[type], popup),
  )

  it.each<readonly [string, Sender]>([
    ['another extension', { ...content, id: 'theirs' }],
    ['nobody', {}],
    ['a sender without id', { origin: us.origin, documentId: 'd' }],
    ['a sender without origin', { id: 'ours', documentId: 'd', tab: { id: 7 }, frameId: 0 }],
    [
      'a page without document',
      { id: 'ours', origin: 'https://example.org', tab: { id: 7 }, frameId: 0 },
    ],
    [
      'a page without tab',
      { id: 'ours', origin: 'https://example.org', documentId: 'd', frameId: 0 },
    ],
    [
      'a page without frame',
      { id: 'ours', origin: 'https://example.org', documentId: 'd', tab: { id: 7 } },
    ],
    ['an opaque origin', { ...content, origin: 'null' }],
    ['a file', { ...content, origin: 'file://' }],
    ['another extension’s page', { ...content, origin: 'chrome-extension://theirs' }],
    ['a look-alike of our origin', { ...content, origin: 'chrome-extension://ours.evil' }],
  ])('drops every message from %s', (_, sender) => {
    for (const message of Object.values(wellShaped)) expectDropped(message, sender)
  })

  it.each([
    null,
    undefined,
    'fill.request',
    7,
    [],
    {},
    { type: 7 },
    { type: 'toString' },
    { type: '__proto__' },
    { type: 'content.write', code: '123456' },
    { type: 'fill.request', origin: 'https://bank.example' },
    { type: 'fill.request', accountId: 'a', when: 'ask' },
    { type: 'user.typed' },
    { type: 'user.typed', name: '' },
    { type: 'user.typed', name: 7 },
    { type: 'user.typed', name: 'a'.repeat(321) },
    { type: 'user.typed', name: 'ada', origin: 'https://bank.example' },
    { type: 'user.typed', name: 'ada', tabId: 8 },
    { type: 'field.pointed', origin: 'https://bank.example' },
    { type: 'fill.unused', place: 'https://bank.example/' },
  ])('drops %j from a content script', (message) => expectDropped(message, content))

  it.each([
    { type: 'fill.here' },
    { type: 'fill.here', tabId: '7', accountId: 'a', when: 'ask' },
    { type: 'fill.here', tabId: 1.5, accountId: 'a', when: 'ask' },
    { type: 'fill.here', tabId: 7, accountId: 'a', origin: 'https://bank.example' },
    { type: 'fill.here', tabId: 7, accountId: 'a', when: 'ask', frameConfirmed: 'yes' },
    { type: 'fill.look' },
    { type: 'fill.look', tabId: '7' },
    { type: 'user.look', tabId: 7 },
    { type: 'account.save' },
    { type: 'account.save', draft: { issuer: 'in clear' } },
    { type: 'clipboard.copied' },
    { type: 'clipboard.copied', seconds: 30 },
    { type: 'clipboard.copied', seconds: 30, atMs: 0.5 },
    { type: 'clipboard.copied', seconds: 30, atMs: -1 },
    { type: 'clipboard.copied', seconds: -1, atMs: 1 },
    { type: 'clipboard.copied', seconds: 1.5, atMs: 1 },
    { type: 'clipboard.copied', seconds: 3601, atMs: 1 },
    { type: 'clipboard.copied', seconds: Number.POSITIVE_INFINITY, atMs: 1 },
    { type: 'clipboard.copied', seconds: '30', atMs: 1 },
    { type: 'clipboard.copied', seconds: 30, atMs: 1, text: '123456' },
    { type: 'clipboard.cleared', dueMs: Number.NaN },
    // Attack: whoever can send it says what to write, or where.
    { type: 'backup.automatic', on: true, plain: true },
    { type: 'backup.automatic', on: true, name: '../../.bashrc' },
    { type: 'backup.automatic', on: 'yes' },
  ])('drops %j from our own page', (message) => expectDropped(message, popup))

  it('lets only the code of a failure cross back', async () => {
    handlers['fill.here'].mockRejectedValueOnce(new AppError('account-missing', 'secret story'))
    expect(await answer(wellShaped['fill.here'], popup, us, handlers, errands)).toEqual({
      error: 'account-missing',
    })
    handlers['fill.here'].mockRejectedValueOnce(new TypeError('secret story'))
    expect(await answer(wellShaped['fill.here'], popup, us, handlers, errands)).toEqual({
      error: 'unexpected',
    })
  })

  it('answers a handler that throws before it awaits', async () => {
    handlers['fill.here'].mockImplementationOnce(() => {
      throw new AppError('vault-locked')
    })
    expect(await answer(wellShaped['fill.here'], popup, us, handlers, errands)).toEqual({
      error: 'vault-locked',
    })
  })
})

describe('listen', () => {
  it('goes by the origin the browser gives our pages', async () => {
    listen(handlers)
    const [heard] = browser.runtime.onMessage.addListener.mock.calls[0] ?? []
    expect(await heard(wellShaped['fill.here'], popup)).toHaveProperty('ok')
    expect(heard(wellShaped['fill.here'], content)).toBeUndefined()
  })
})

describe('errands', () => {
  const id = '3f0c4c1e-6a0e-4c5e-9b8f-0d6a4b1d2e3f'
  const key = `errand.${id}`
  const save = wellShaped['account.save']
  const sent = { ...save, errand: id }
  /** Lays something down, as the browser tells it. */
  const lay = (laid: unknown, at = key) => {
    session[at] = laid
    const [changed] = browser.storage.onChanged.addListener.mock.calls[0] ?? []
    changed({ [at]: { newValue: laid } }, 'session')
  }
  const hear = (message: unknown, sender: Sender) => {
    const [heard] = browser.runtime.onMessage.addListener.mock.calls[0] ?? []
    return heard(message, sender)
  }
  const settled = () => vi.waitFor(() => expect(session).not.toHaveProperty([key]))

  it('are done where the message was lost', async () => {
    listen(handlers)
    lay(save)
    await settled()
    expect(handlers['account.save']).toHaveBeenCalledExactlyOnceWith(sent, {
      origin: us.origin,
      url: '',
      documentId: null,
      tabId: null,
      frameId: null,
    })
  })

  it('are done that were laid down before the background started', async () => {
    session[key] = save
    listen(handlers)
    await settled()
    expect(handlers['account.save']).toHaveBeenCalledOnce()
  })

  it.each(['message first', 'errand first'])('are done once: %s', async (first) => {
    listen(handlers)
    if (first === 'errand first') lay(save)
    const answered = hear(sent, popup)
    if (first === 'message first') lay(save)
    expect(await answered).toEqual({ ok: { accountId: 'a' } })
    await settled()
    expect(handlers['account.save']).toHaveBeenCalledOnce()
  })

  it('are dropped, not done again, that are laid down after they were done', async () => {
    listen(handlers)
    await hear(sent, popup)
    lay(save)
    await settled()
    expect(handlers['account.save']).toHaveBeenCalledOnce()
  })

  it('are dropped that fail: who does them keeps what is to be kept', async () => {
    handlers['account.save'].mockRejectedValueOnce(new AppError('vault-locked'))
    listen(handlers)
    lay(save)
    await settled()
    expect(handlers['account.save']).toHaveBeenCalledOnce()
  })

  it.each([
    null,
    'account.save',
    { ...save, draft: 7 },
    { ...save, accountId: 'a' },
    wellShaped['fill.here'],
    // Attack: were it ever written by others, a page's question is none to be asked from there.
    wellShaped['fill.request'],
  ])('are nothing else than what pages lay down: %j', async (laid) => {
    listen(handlers)
    lay(laid)
    await settled()
    for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled()
  })

  it('are not what else lies there, or in another store', async () => {
    session = { keySession: { dek: 'secret' }, [key]: save }
    listen(handlers)
    await settled()
    const [changed] = browser.storage.onChanged.addListener.mock.calls[0] ?? []
    browser.storage.session.get.mockClear()
    changed({ [key]: { newValue: save } }, 'local')
    changed({ keySession: { newValue: {} }, [key]: { oldValue: save } }, 'session')
    expect(browser.storage.session.get).not.toHaveBeenCalled()
    expect(session).toHaveProperty('keySession')
  })

  // Attack: a page that took our content script over sends one under an id that it made up.
  it('are not taken from content scripts', () => expectDropped(sent, content))
})
