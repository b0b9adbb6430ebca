import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createUserFill, type UserFillPorts } from '@/entrypoints/background/user-fill'
import { AppError } from '@/utils/errors/app-error'
import type { FillWhen } from '@/utils/messages/contract'
import { registrableDomain } from '@/utils/sites/domain'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { memoryFills } from './memory-fills'
import { accountOf, codeNow, documentOf, hotpOf, nowMs, secretBase32, siteOf } from './sample'

const origin = 'https://example.org'
const read = vi.fn<UserFillPorts['vault']['read']>()
const peek = vi.fn<UserFillPorts['vault']['peek']>()
const change = vi.fn<UserFillPorts['vault']['change']>()
const askDocument = vi.fn<UserFillPorts['askDocument']>()
const measureFrames = vi.fn<UserFillPorts['measureFrames']>()
const findName = vi.fn<UserFillPorts['typedNames']['find']>()
const injectFill = vi.fn<UserFillPorts['injectFill']>()
const injectParts = vi.fn<UserFillPorts['injectParts']>()
const sendToDocument = vi.fn<UserFillPorts['sendToDocument']>()
const unmark = vi.fn<UserFillPorts['unmark']>()
const enrol = vi.fn<UserFillPorts['enrolments']['follow']>()
const sleep = vi.fn<UserFillPorts['sleep']>()
let fills = memoryFills()
let clockMs = nowMs
const fill = createUserFill({
  vault: { read, peek, change },
  fills: {
    change: (codeMs, edit) => fills.change(codeMs, edit),
    amend: (edit) => fills.amend(edit),
  },
  now: () => clockMs,
  sleep,
  undisturbed: (work) => work(),
  registrableDomain,
  askDocument,
  measureDocument: (tabId) => askDocument(tabId, 0, { field: null }),
  measureFrames,
  typedNames: { find: findName },
  injectFill,
  injectParts,
  sendToDocument,
  unmark,
  enrolments: { follow: enrol },
})
const fillHere = (when: FillWhen = 'ask', tabId = 7) =>
  fill({ way: 'popup', tabId, accountId: 'ada' }, when)

let saved: VaultDocument
const trash = () => {
  saved = documentOf(accountOf('ada', [siteOf(origin)], { deletedAtMs: 1 }))
}

const measured = { origin, path: '/', documentId: 'doc' }
/** A page that asks for a code or not, into a field that takes it or not. */
function show({ asks = true, takes = true, documentId = 'doc' }): void {
  const asked = {
    prompt: asks ? 'unknown' : null,
    room: { least: 0, most: 6 },
    home: true,
  } as const
  askDocument.mockResolvedValue({ ...measured, documentId, asked })
  sendToDocument.mockResolvedValue({ filled: takes, pointed: null })
}

beforeEach(() => {
  vi.resetAllMocks()
  fills = memoryFills()
  clockMs = nowMs
  saved = documentOf(accountOf('ada', [siteOf(origin)]))
  read.mockImplementation(async () => saved)
  peek.mockImplementation(async () => saved)
  change.mockImplementation(async (_, edit) => {
    saved = edit(saved)
    return saved
  })
  measureFrames.mockResolvedValue([])
  injectParts.mockResolvedValue()
  findName.mockResolvedValue(null)
  show({})
})

describe('createUserFill', () => {
  it('sends the code to the measured document and to no other', async () => {
    expect(await fillHere()).toEqual({ kind: 'filled' })
    expect(injectFill).not.toHaveBeenCalled()
    expect(askDocument.mock.calls).toEqual([[7, 0, { field: null }]])
    expect(sendToDocument.mock.calls).toEqual([
      [7, 'doc', { type: 'content.write', code: codeNow, field: null, submit: false }],
    ])
    expect(unmark).toHaveBeenCalledWith(7)
  })

  it('brings what fills there, where nothing answers', async () => {
    askDocument.mockResolvedValueOnce({ ...measured, asked: null })
    expect(await fillHere()).toEqual({ kind: 'filled' })
    expect(injectFill).toHaveBeenCalledExactlyOnceWith(7, 'doc', false)
  })

  it('asks the page while the vault is read, and sends nothing where it does not open', async () => {
    read.mockRejectedValue(new AppError('vault-locked'))
    await expect(fillHere()).rejects.toMatchObject({ code: 'vault-locked' })
    expect(askDocument).toHaveBeenCalledOnce()
    expect(sendToDocument).not.toHaveBeenCalled()
  })

  it.each([
    'https://example.com',
    'https://examp1e.org',
    'https://www.example.org',
    'https://example.org:8443',
    'https://example.org.evil.example',
  ])('sends nothing to %s, another site, and says which it is', async (page) => {
    askDocument.mockResolvedValue({ ...measured, origin: page, asked: null })
    expect(await fillHere()).toEqual({ kind: 'other-site', host: new URL(page).host })
    expect(injectFill).not.toHaveBeenCalled()
    expect(sendToDocument).not.toHaveBeenCalled()
  })

  it.each(['null', '', 'http://example.org', 'file://', 'chrome://settings'])(
    'refuses a document of origin %j',
    async (page) => {
      askDocument.mockResolvedValue({ ...measured, origin: page, asked: null })
      await expect(fillHere()).rejects.toMatchObject({ code: 'page-off-limits' })
      expect(sendToDocument).not.toHaveBeenCalled()
    },
  )

  it('sends nothing when the page navigated after it was measured', async () => {
    askDocument.mockResolvedValueOnce({ ...measured, asked: null })
    askDocument.mockRejectedValue(new AppError('page-off-limits'))
    await expect(fillHere()).rejects.toMatchObject({ code: 'page-off-limits' })
    expect(askDocument).toHaveBeenLastCalledWith(7, 'doc', { field: null })
    expect(sendToDocument).not.toHaveBeenCalled()
  })

  it('tells of no fill when the page navigated after the script came in', async () => {
    sendToDocument.mockResolvedValue(null)
    expect(await fillHere()).toEqual({ kind: 'no-field' })
    expect(unmark).not.toHaveBeenCalled()
  })

  it('has an unconfirmed account followed once its code stands there, and sends no form of it', async () => {
    const enrolment = { origin, startedAtMs: 1 }
    saved = documentOf(accountOf('ada', [siteOf(origin, { submit: true })], { enrolment }))
    const [account] = saved.accounts
    await fillHere()
    expect(enrol).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ tabId: 7, origin, account }),
    )
    expect(sendToDocument.mock.lastCall?.[2]).toMatchObject({ code: codeNow, submit: false })
  })

  it('has it sent where the user wants that, and only with what looks at the page first', async () => {
    saved = documentOf(accountOf('ada', [siteOf(origin, { submit: true })]))
    await fillHere()
    expect(injectParts).toHaveBeenCalledExactlyOnceWith(7, 'doc', 'send')
    expect(sendToDocument.mock.lastCall?.[2]).toMatchObject({ code: codeNow, submit: true })
    fills = memoryFills()
    injectParts.mockRejectedValue(new AppError('page-off-limits'))
    await fillHere()
    expect(sendToDocument.mock.lastCall?.[2]).toMatchObject({ code: codeNow, submit: false })
  })

  it('does not have a code sent that the user insists on: it may be on its way out', async () => {
    saved = documentOf(accountOf('ada', [siteOf(origin, { submit: true })]))
    await fillHere('now')
    expect(injectParts).not.toHaveBeenCalled()
    expect(sendToDocument.mock.lastCall?.[2]).toMatchObject({ code: codeNow, submit: false })
  })

  it('follows nothing where the field did not take the code', async () => {
    show({ takes: false })
    await fillHere()
    expect(enrol).not.toHaveBeenCalled()
  })

  it('says when the page has no code field, and sends no code there', async () => {
    show({ asks: false })
    expect(await fillHere()).toEqual({ kind: 'no-field' })
    expect(sendToDocument).not.toHaveBeenCalled()
  })

  it.each([
    { least: 0, most: 4 },
    { least: 8, most: 8 },
  ])('makes no code for a field without room for it: %j', async (room) => {
    askDocument.mockResolvedValue({ ...measured, asked: { prompt: 'unknown', room, home: true } })
    expect(await fillHere()).toEqual({ kind: 'no-field' })
    expect(sendToDocument).not.toHaveBeenCalled()
    expect(fills.fills.used).toEqual([])
  })

  it('says when the field did not take the code', async () => {
    show({ takes: false })
    expect(await fillHere()).toEqual({ kind: 'no-field' })
  })

  it('fills on request where the site is not filled on arrival', async () => {
    saved = documentOf(accountOf('ada', [siteOf(origin, { fill: 'request' })]))
    expect(await fillHere()).toEqual({ kind: 'filled' })
  })

  it.each([
    ['an account never to be filled there', accountOf('ada', [siteOf(origin, { fill: 'never' })])],
    ['an account bound to no site', accountOf('ada', [])],
  ])('sends nothing for %s', async (_, account) => {
    saved = documentOf(account)
    expect(await fillHere()).toEqual({ kind: 'other-site', host: 'example.org' })
    expect(sendToDocument).not.toHaveBeenCalled()
  })

  it.each([
    ['an account that does not exist', documentOf()],
    ['an account in the trash', documentOf(accountOf('ada', [siteOf(origin)], { deletedAtMs: 1 }))],
  ])('knows no %s', async (_, document) => {
    saved = document
    await expect(fillHere()).rejects.toMatchObject({ code: 'account-missing' })
    expect(injectFill).not.toHaveBeenCalled()
  })

  it('does nothing while locked', async () => {
    read.mockRejectedValue(new AppError('vault-locked'))
    await expect(fillHere()).rejects.toMatchObject({ code: 'vault-locked' })
    expect(injectFill).not.toHaveBeenCalled()
  })

  it('waits where the code was typed already, and sends nothing', async () => {
    await fillHere()
    const wait = { kind: 'wait', why: 'used', untilMs: 60_000, isLong: false }
    expect(await fillHere()).toEqual(wait)
    expect(sendToDocument).toHaveBeenCalledOnce()
  })

  it('waits where the code is about to change', async () => {
    clockMs = 56_500
    expect(await fillHere()).toMatchObject({ kind: 'wait', why: 'short', untilMs: 60_000 })
  })

  it('sends the code of now where the user insists', async () => {
    await fillHere()
    expect(await fillHere('now')).toEqual({ kind: 'filled' })
    expect(sendToDocument).toHaveBeenLastCalledWith(7, 'doc', {
      type: 'content.write',
      code: codeNow,
      field: null,
      submit: false,
    })
  })

  it('fills in its turn, measured anew, and without the waiting counting as use', async () => {
    await fillHere()
    read.mockClear()
    sleep.mockImplementation(async (forMs) => {
      clockMs += forMs
    })
    expect(await fillHere('wait')).toEqual({ kind: 'filled' })
    expect(sleep).toHaveBeenCalledExactlyOnceWith(15_000)
    expect(askDocument).toHaveBeenCalledTimes(3)
    expect(peek).toHaveBeenCalledOnce()
    expect(read).toHaveBeenCalledOnce()
  })

  it.each<readonly [string, () => void, object]>([
    ['the tab navigated', () => show({ documentId: 'next' }), { kind: 'no-field' }],
    [
      'the code was typed in another tab',
      () => void fillHere('now', 8).then(() => {}),
      { kind: 'overtaken' },
    ],
    ['it was typed in this tab', () => void fillHere('now', 7).then(() => {}), { kind: 'filled' }],
    ['the account went to the trash', () => trash(), { code: 'account-missing' }],
  ])('gives up waiting when %s', async (_, meanwhile, outcome) => {
    await fillHere()
    sleep.mockImplementation(async (forMs) => {
      meanwhile()
      await new Promise((resolve) => setTimeout(resolve, 10))
      clockMs += forMs
    })
    const before = sendToDocument.mock.calls.length
    const ended = await fillHere('wait').catch(({ code }) => ({ code }))
    expect(ended).toEqual(outcome)
    const codes = sendToDocument.mock.calls.slice(before).map(([, , command]) => command)
    // What the other fill wrote is all that was written.
    expect(codes.filter(({ type }) => type === 'content.write').length).toBe(
      'kind' in ended && ended.kind !== 'no-field' ? 1 : 0,
    )
  })

  it('does not wait for long', async () => {
    const parameters = { type: 'totp', secretBase32, algorithm: 'SHA1', digits: 6, period: 3_600 }
    saved = documentOf(accountOf('ada', [siteOf(origin)], { parameters } as Partial<Account>))
    await fillHere()
    expect(await fillHere('wait')).toMatchObject({ kind: 'wait', isLong: true })
    expect(sleep).not.toHaveBeenCalled()
  })

  it('uses up no code where the page has no field', async () => {
    show({ asks: false })
    await fillHere()
    expect(fills.fills.used).toEqual([])
  })

  it('ends what arrival took for a refusal', async () => {
    const prompt = { tabId: 7, place: 'p', key: 'k', step: 1, atMs: nowMs, left: false }
    fills.fills = { ...fills.fills, prompts: [{ ...prompt, refused: true }] }
    await fillHere()
    expect(fills.fills.prompts).toEqual([])
  })

  it('moves a counter before its code is sent (RFC 4226 appendix D, counter 1)', async () => {
    saved = documentOf(hotpOf('ada', [siteOf(origin)]))
    sendToDocument.mockImplementation(async () => {
      expect(saved.accounts[0]?.parameters).toMatchObject({ counter: 2 })
      return { filled: true, pointed: null }
    })
    await fillHere()
    expect(sendToDocument).toHaveBeenCalledWith(7, 'doc', {
      type: 'content.write',
      code: '287082',
      field: null,
      submit: false,
    })
  })

  it('sends no code of a counter that could not be saved', async () => {
    saved = documentOf(hotpOf('ada', [siteOf(origin)]))
    change.mockRejectedValue(new AppError('storage-full'))
    await expect(fillHere()).rejects.toMatchObject({ code: 'storage-full' })
    expect(askDocument).toHaveBeenCalledOnce()
    expect(sendToDocument).not.toHaveBeenCalled()
  })

  it('leaves a counter where it is when the page has no code field', async () => {
    saved = documentOf(hotpOf('ada', [siteOf(origin)]))
    show({ asks: false })
    for (let click = 0; click < 10; click++) await fillHere()
    expect(change).not.toHaveBeenCalled()
    expect(saved.accounts[0]?.parameters).toMatchObject({ counter: 1 })
  })
})
