import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type ArrivalPorts, createArrivalFill, createTakeBack } from '@/entrypoints/background/fill'
import { AppError } from '@/utils/errors/app-error'
import type { Caller } from '@/utils/messages/sender'
import { registrableDomain } from '@/utils/sites/domain'
import { createVault } from '@/utils/vault/create-vault'
import {
  cheapKek,
  memoryFiles,
  memoryLocks,
  memorySession,
  memoryStore,
} from '../../utils/vault/memory-ports'
import { memoryFills } from './memory-fills'
import { accountOf, codeNow, documentOf, nowMs, siteOf } from './sample'

const origin = 'https://example.org'
const caller: Caller = { origin, url: `${origin}/prompt`, documentId: 'doc', tabId: 7, frameId: 0 }
const ada = accountOf('ada', [siteOf(origin)])

const status = vi.fn<ArrivalPorts['vault']['status']>()
const peek = vi.fn<ArrivalPorts['vault']['peek']>()
const isFrontTab = vi.fn<ArrivalPorts['isFrontTab']>()
const hasOrigin = vi.fn<ArrivalPorts['hasOrigin']>()
const measureDocument = vi.fn<ArrivalPorts['measureDocument']>()
const injectParts = vi.fn<ArrivalPorts['injectParts']>()
const findName = vi.fn<ArrivalPorts['typedNames']['find']>()
const mark = vi.fn<ArrivalPorts['mark']>()
const follow = vi.fn<ArrivalPorts['follow']>()
const enrol = vi.fn<ArrivalPorts['enrolments']['follow']>()
const wordsOf = vi.fn<ArrivalPorts['wordsOf']>()
const drop = vi.fn<ArrivalPorts['enrolments']['drop']>()
let fills = memoryFills()
let ports: ArrivalPorts
const base = {
  vault: { status, peek },
  now: () => nowMs,
  registrableDomain,
  isFrontTab,
  hasOrigin,
  measureDocument,
  injectParts,
  typedNames: { find: findName },
  wordsOf,
  mark,
  follow,
  enrolments: { follow: enrol, drop },
}
const request = { type: 'fill.request', holds: false, least: 0, most: 6 } as const
const ask = (by: Caller = caller) => createArrivalFill(ports)(request, by)

beforeEach(() => {
  vi.resetAllMocks()
  status.mockResolvedValue('unlocked')
  mark.mockResolvedValue()
  peek.mockResolvedValue(documentOf(ada))
  isFrontTab.mockResolvedValue(true)
  hasOrigin.mockResolvedValue(true)
  measureDocument.mockResolvedValue({ origin, path: '/prompt', documentId: 'top' })
  injectParts.mockResolvedValue()
  findName.mockResolvedValue(null)
  fills = memoryFills()
  ports = { ...base, fills }
})

describe('createArrivalFill', () => {
  it('answers with the code and takes the mark away', async () => {
    expect(await ask()).toEqual({ kind: 'code', code: codeNow, forMs: 15_000, submit: false })
    expect(mark).toHaveBeenCalledWith(7, null)
  })

  it.each([
    ['is too short', { least: 0, most: 4 }],
    ['has too few boxes as yet', { least: 5, most: 5 }],
    ['has too many boxes', { least: 8, most: 8 }],
  ])('uses up no code for a field that %s for one', async (_, room) => {
    expect(await createArrivalFill(ports)({ ...request, ...room }, caller)).toEqual({
      kind: 'nothing',
    })
    expect(fills.fills.used).toEqual([])
    expect((await ask()).kind).toBe('code')
  })

  it('waits with the next code where this one was typed, and says so on the button', async () => {
    await ask()
    const elsewhere = { ...caller, tabId: 8 }
    expect(await ask(elsewhere)).toEqual({ kind: 'wait', forMs: 15_000 })
    expect(mark).toHaveBeenLastCalledWith(8, 'wait')
  })

  it('has pages ask again within the hour, however long a step is', async () => {
    const parameters = { ...ada.parameters, period: 1_000_000 } as typeof ada.parameters
    peek.mockResolvedValue(documentOf({ ...ada, parameters }))
    await ask()
    expect(await ask({ ...caller, tabId: 8 })).toEqual({ kind: 'wait', forMs: 3_600_000 })
  })

  it('stops at a prompt that asks again, by its path alone, and says so on the button', async () => {
    await ask()
    expect(follow).toHaveBeenCalledExactlyOnceWith(7)
    expect(await ask({ ...caller, url: `${origin}/prompt?wrong#2` })).toEqual({ kind: 'refused' })
    expect(mark).toHaveBeenLastCalledWith(7, 'refused')
    expect(follow).toHaveBeenCalledOnce()
  })

  it('stops at a prompt that comes back in a later step where it says that the code was wrong', async () => {
    await ask()
    expect(wordsOf).not.toHaveBeenCalled()
    ports = { ...ports, now: () => nowMs + 30_000 }
    wordsOf.mockResolvedValue({ isWhole: true, text: 'Invalid code. Try again.', alerts: '' })
    expect(await ask()).toEqual({ kind: 'refused' })
    expect(wordsOf).toHaveBeenCalledExactlyOnceWith(7, 'doc')
  })

  it.each([
    ['says nothing of the kind', { isWhole: true, text: 'Enter your code', alerts: '' }],
    ['cannot be read', null],
  ])('gives the next code to a prompt that comes back and %s', async (_, words) => {
    await ask()
    ports = { ...ports, now: () => nowMs + 30_000 }
    wordsOf.mockResolvedValue(words)
    expect((await ask()).kind).toBe('code')
  })

  it('writes a code down before it leaves: none leaves that could not be', async () => {
    vi.spyOn(fills, 'change').mockRejectedValue(new AppError('storage-full'))
    await expect(ask()).rejects.toMatchObject({ code: 'storage-full' })
    expect(follow).not.toHaveBeenCalled()
  })

  it('has what becomes of the code followed, until it turns out that it was not typed', async () => {
    await ask()
    expect(enrol).toHaveBeenCalledExactlyOnceWith({ tabId: 7, origin, account: ada })
    await createTakeBack(ports)({ type: 'fill.unused' }, caller)
    expect(drop).toHaveBeenCalledExactlyOnceWith(7)
  })

  it('fills the account that is being set up there just now, and sends no form of it', async () => {
    const sites = [siteOf(origin, { submit: true })]
    const enrolment = { origin, startedAtMs: nowMs - 60_000 }
    const account = accountOf('new', sites, { enrolment })
    peek.mockResolvedValue(documentOf(ada, account))
    expect(await ask()).toEqual({ kind: 'code', code: codeNow, forMs: 15_000, submit: false })
    expect(enrol).toHaveBeenCalledExactlyOnceWith({ tabId: 7, origin, account })
  })

  it.each([
    ['filled there before', { filledAtMs: 1 }],
    ['left for another day', { startedAtMs: nowMs - 3_600_000 }],
    ['set up elsewhere', { origin: 'https://other.example' }],
    ['confirmed', { confirmedAtMs: 1 }],
  ])('leaves the choice to the user where the newer account was %s', async (_, over) => {
    const enrolment = { origin, startedAtMs: nowMs, ...over }
    peek.mockResolvedValue(documentOf(ada, accountOf('new', [siteOf(origin)], { enrolment })))
    expect(await ask()).toEqual({ kind: 'choose' })
  })

  it('takes it for no refusal when the code was not typed, which only its own page may say', async () => {
    await ask()
    const unused = createTakeBack(ports)
    await unused({ type: 'fill.unused' }, { ...caller, tabId: 8 })
    await unused({ type: 'fill.unused' }, { ...caller, url: `${origin}/other` })
    expect(fills.fills.prompts).toHaveLength(1)
    await unused({ type: 'fill.unused' }, caller)
    expect(await ask()).toEqual({ kind: 'wait', forMs: 15_000 })
  })

  it('answers a frame among its own, whose prompt is that of the page in the tab', async () => {
    const frame = { ...caller, frameId: 4, url: `${origin}/inner` }
    expect((await ask(frame)).kind).toBe('code')
    expect(fills.fills.prompts).toMatchObject([{ place: `${origin}/prompt` }])
    expect(await ask({ ...frame, url: `${origin}/inner/again` })).toEqual({ kind: 'refused' })
  })

  it('takes back what a frame did not type, also when its tab went to the background', async () => {
    const frame = { ...caller, frameId: 4, url: `${origin}/inner` }
    await ask(frame)
    isFrontTab.mockResolvedValue(false)
    await createTakeBack(ports)({ type: 'fill.unused' }, frame)
    expect(fills.fills.prompts).toEqual([])
  })

  it('chooses by the user name that was typed in this tab, on this site', async () => {
    peek.mockResolvedValue(documentOf(accountOf('bob', [siteOf(origin)]), ada))
    findName.mockResolvedValue('ada')
    expect((await ask()).kind).toBe('code')
    expect(findName).toHaveBeenCalledExactlyOnceWith(7, 'example.org', nowMs)
  })

  it('has the form sent where the site says so, once: never with a second try', async () => {
    peek.mockResolvedValue(documentOf(accountOf('ada', [siteOf(origin, { submit: true })])))
    expect(await ask()).toMatchObject({ kind: 'code', submit: true })
    expect(injectParts).toHaveBeenCalledExactlyOnceWith(7, 'doc', 'send')
    fills.fills = {
      ...fills.fills,
      used: [],
      prompts: fills.fills.prompts.map((prompt) => ({ ...prompt, left: true })),
    }
    expect(await ask()).toMatchObject({ kind: 'code', submit: false })
  })

  it('has nothing sent where what looks at the page first could not be brought', async () => {
    peek.mockResolvedValue(documentOf(accountOf('ada', [siteOf(origin, { submit: true })])))
    injectParts.mockRejectedValue(new AppError('page-off-limits'))
    expect(await ask()).toEqual({ kind: 'code', code: codeNow, forMs: 15_000, submit: false })
  })

  it('gives two accounts of the same secret one code between them', async () => {
    await ask()
    peek.mockResolvedValue(documentOf(accountOf('copy', [siteOf(origin)])))
    expect(await ask({ ...caller, tabId: 8 })).toEqual({ kind: 'wait', forMs: 15_000 })
  })

  it('hands out a code and nothing else of the account', async () => {
    expect(Object.keys(await ask())).toEqual(['kind', 'code', 'forMs', 'submit'])
  })

  it('says on the button that it is locked', async () => {
    peek.mockRejectedValue(new AppError('vault-locked'))
    status.mockResolvedValue('locked')
    expect(await ask()).toEqual({ kind: 'locked' })
    expect(mark).toHaveBeenCalledWith(7, 'locked')
  })

  it('looks again into a vault that is opened this very moment', async () => {
    peek.mockRejectedValueOnce(new AppError('vault-locked'))
    expect((await ask()).kind).toBe('code')
  })

  it('takes a vault that cannot be read for no locked one', async () => {
    peek.mockRejectedValue(new AppError('storage-failed'))
    await expect(ask()).rejects.toMatchObject({ code: 'storage-failed' })
    expect(mark).not.toHaveBeenCalled()
  })

  it('has the page wait for no button, nor lose its code to one', async () => {
    mark.mockReturnValue(new Promise(() => undefined))
    expect((await ask()).kind).toBe('code')
    mark.mockRejectedValue(new Error('no such tab'))
    expect((await ask({ ...caller, tabId: 8 })).kind).toBe('wait')
  })

  it('says on the button that there is a choice', async () => {
    peek.mockResolvedValue(documentOf(ada, accountOf('bob', [siteOf(origin)])))
    expect(await ask()).toEqual({ kind: 'choose' })
    expect(mark).toHaveBeenCalledWith(7, 'choose')
  })

  it('does nothing where there is no vault', async () => {
    peek.mockRejectedValue(new AppError('vault-locked'))
    status.mockResolvedValue('none')
    expect(await ask()).toEqual({ kind: 'nothing' })
    expect(mark).not.toHaveBeenCalled()
  })

  it('does nothing on a site that is allowed and bound to no account', async () => {
    peek.mockResolvedValue(documentOf(accountOf('bob', [siteOf('https://example.com')])))
    expect(await ask()).toEqual({ kind: 'nothing' })
    expect(mark).not.toHaveBeenCalled()
  })

  it.each<readonly [string, Partial<Caller>, () => void]>([
    [
      'a frame in a page of another site',
      { frameId: 4 },
      () =>
        measureDocument.mockResolvedValue({
          origin: 'https://evil.example',
          path: '/',
          documentId: 'top',
        }),
    ],
    [
      'a frame in a page that may not be entered',
      { frameId: 4 },
      () => measureDocument.mockRejectedValue(new AppError('page-off-limits')),
    ],
    ['a place in no frame', { frameId: null }, () => {}],
    ['a tab in the background', {}, () => isFrontTab.mockResolvedValue(false)],
    ['a site whose permission was taken back', {}, () => hasOrigin.mockResolvedValue(false)],
    ['a place in no tab', { tabId: null }, () => {}],
    ['an opaque document', { origin: 'null' }, () => {}],
    ['an unencrypted page', { origin: 'http://example.org' }, () => {}],
  ])('does not even look at the vault for %s', async (_, changes, given) => {
    given()
    expect(await ask({ ...caller, ...changes })).toEqual({ kind: 'nothing' })
    expect(status).not.toHaveBeenCalled()
    expect(peek).not.toHaveBeenCalled()
    expect(mark).not.toHaveBeenCalled()
  })

  it('asks the browser whether the page is in front, not the message', async () => {
    await ask()
    expect(isFrontTab).toHaveBeenCalledWith(7)
    expect(hasOrigin).toHaveBeenCalledWith(origin)
  })

  it('gives nothing past the deadline, and moves no deadline before it', async () => {
    const session = memorySession()
    const vaultPorts = {
      store: memoryStore(),
      files: memoryFiles(),
      session,
      deriveKek: cheapKek,
      exclusively: memoryLocks(),
    }
    const vault = createVault(vaultPorts)
    await vault.create('correct horse', nowMs)
    await vault.change(nowMs, () => documentOf(ada))
    const before = session.session
    let clockMs = nowMs + 14 * 60_000
    const handler = createArrivalFill({ ...ports, vault, now: () => clockMs })
    expect((await handler(request, caller)).kind).toBe('code')
    expect(session.session).toEqual(before)
    clockMs = nowMs + 15 * 60_000
    expect(await handler(request, caller)).toEqual({
      kind: 'locked',
    })
    expect(session.session).toBeNull()
  })
})
