import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createUserFill, type UserFillPorts } from '@/entrypoints/background/user-fill'
import { AppError } from '@/utils/errors/app-error'
import { registrableDomain } from '@/utils/sites/domain'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { memoryFills } from './memory-fills'
import { accountOf, codeNow, documentOf, noEnrolments, nowMs, siteOf } from './sample'

/*
 * Which document of a page a code goes to that the user asked for. The attacker owns one of the
 * frames, or the page around them.
 */

const bank = 'https://bank.example'
const shop = 'https://shop.example'
const bound = accountOf('ada', [siteOf(bank)])

/** A frame, its parents' say in `home`. */
interface Frame {
  readonly origin: string
  readonly prompt?: 'unknown' | 'sent' | 'recovery' | null
  readonly home?: boolean
}

const askDocument = vi.fn<UserFillPorts['askDocument']>()
const measureFrames = vi.fn<UserFillPorts['measureFrames']>()
const injectFill = vi.fn<UserFillPorts['injectFill']>()
const sendToDocument = vi.fn<UserFillPorts['sendToDocument']>()
let saved: VaultDocument = documentOf(bound)

const fill = createUserFill({
  vault: {
    read: async () => saved,
    peek: async () => saved,
    change: async (_, edit) => {
      saved = edit(saved)
      return saved
    },
  },
  fills: memoryFills(),
  now: () => nowMs,
  sleep: async () => {},
  undisturbed: (work) => work(),
  registrableDomain,
  askDocument,
  measureDocument: (tabId) => askDocument(tabId, 0, { field: null }),
  measureFrames,
  injectFill,
  injectParts: async () => undefined,
  sendToDocument,
  typedNames: { find: async () => null },
  unmark: async () => {},
  enrolments: noEnrolments,
})

/** A tab: the first frame is the page itself. */
function show(...frames: readonly Frame[]): void {
  const measured = frames.map(({ origin }, frameId) => ({
    frameId,
    origin,
    path: '/',
    documentId: `doc ${frameId}`,
  }))
  askDocument.mockImplementation(async (_, at) => {
    const frameId = typeof at === 'number' ? at : Number(at.slice(4))
    const frame = measured[frameId]
    if (frame === undefined) throw new AppError('page-off-limits')
    const { prompt = null, home = true } = frames[frameId] ?? {}
    return { ...frame, asked: { prompt, room: null, home } }
  })
  measureFrames.mockResolvedValue(measured)
  sendToDocument.mockResolvedValue({ filled: true, pointed: null })
}

const fillHere = (frameConfirmed = false, way: 'popup' | 'shortcut' = 'popup') =>
  fill({ way, tabId: 7, accountId: way === 'popup' ? 'ada' : null, frameConfirmed }, 'now')
const written = () =>
  sendToDocument.mock.calls
    .filter(([, , { type }]) => type === 'content.write')
    .map(([, documentId, command]) => [documentId, 'code' in command && command.code])

beforeEach(() => {
  vi.resetAllMocks()
  saved = documentOf(bound)
})

describe('a code that the user asked for', () => {
  it('goes to a frame among its own, where the page itself has no field', async () => {
    show({ origin: bank }, { origin: bank, prompt: 'unknown' })
    expect(await fillHere(false, 'shortcut')).toEqual({ kind: 'filled' })
    expect(written()).toEqual([['doc 1', codeNow]])
  })

  it.each<readonly [string, readonly Frame[], object]>([
    [
      'a frame of another site in the bound page',
      [{ origin: bank }, { origin: shop, prompt: 'unknown' }],
      { kind: 'no-field' },
    ],
    [
      'the bound page within another within the bound page',
      [{ origin: bank }, { origin: shop }, { origin: bank, prompt: 'unknown', home: false }],
      { kind: 'no-field' },
    ],
    [
      'a look-alike of the page',
      [{ origin: 'https://bank.example.evil.example', prompt: 'unknown' }],
      { kind: 'other-site', host: 'bank.example.evil.example' },
    ],
    [
      'a sandboxed frame',
      [{ origin: bank }, { origin: 'null', prompt: 'unknown' }],
      { kind: 'no-field' },
    ],
    [
      'an unencrypted frame',
      [{ origin: bank }, { origin: 'http://bank.example', prompt: 'unknown' }],
      { kind: 'no-field' },
    ],
    ['a mailed code', [{ origin: bank, prompt: 'sent' }], { kind: 'other-prompt', prompt: 'sent' }],
    [
      'a recovery code, in a frame',
      [{ origin: bank }, { origin: bank, prompt: 'recovery' }],
      { kind: 'other-prompt', prompt: 'recovery' },
    ],
  ])('never goes to %s, confirmed or not', async (_, frames, outcome) => {
    show(...frames)
    expect(await fillHere()).toEqual(outcome)
    expect(await fillHere(true)).toEqual(outcome)
    expect(await fillHere(true, 'shortcut').catch(() => null)).not.toEqual({ kind: 'filled' })
    expect(written()).toEqual([])
  })

  it('goes to its own frame in a page of another site only once both were named', async () => {
    show({ origin: shop, prompt: 'unknown' }, { origin: bank, prompt: 'unknown', home: false })
    const both = { kind: 'other-frame', frameHost: 'bank.example', topHost: 'shop.example' }
    expect(await fillHere()).toEqual(both)
    expect(written()).toEqual([])
    expect(await fillHere(true)).toEqual({ kind: 'filled' })
    expect(written()).toEqual([['doc 1', codeNow]])
  })

  it('never goes there by the shortcut, whatever it says of confirming', async () => {
    show({ origin: shop }, { origin: bank, prompt: 'unknown', home: false })
    expect(await fillHere(true, 'shortcut')).toEqual({ kind: 'other-site', host: 'shop.example' })
    expect(injectFill).not.toHaveBeenCalled()
  })

  it('never goes to a frame that the context menu was opened in, if that is another site’s', async () => {
    show({ origin: shop }, { origin: bank, prompt: 'unknown', home: false })
    const ask = { way: 'menu', tabId: 7, accountId: null, frameId: 1 } as const
    expect(await fill(ask, 'now')).toEqual({ kind: 'other-site', host: 'bank.example' })
    show({ origin: bank }, { origin: bank, prompt: 'unknown', home: false })
    expect(await fill(ask, 'now')).toEqual({ kind: 'no-field' })
    expect(written()).toEqual([])
  })

  it('enters no frame of a site that no account is bound to', async () => {
    show({ origin: bank }, { origin: shop, prompt: 'unknown' })
    await fillHere()
    expect(askDocument.mock.calls.map(([, at]) => at)).toEqual([0])
    expect(sendToDocument).not.toHaveBeenCalled()
    expect(injectFill).not.toHaveBeenCalled()
  })
})

describe('what a fill teaches', () => {
  const bob = accountOf('bob', [siteOf(bank, { userNames: ['ada'] })])
  const site = (id: string) =>
    saved.accounts.find((account: Account) => account.id === id)?.sites[0]

  it('is which of several accounts the user takes here', async () => {
    saved = documentOf(bound, bob)
    show({ origin: bank, prompt: 'unknown' })
    await fillHere()
    expect(site('ada')).toEqual(siteOf(bank, { chosenAtMs: nowMs }))
    expect(site('bob')).toEqual(bob.sites[0])
  })

  it('is nothing where there is one account', async () => {
    show({ origin: bank, prompt: 'unknown' })
    await fillHere()
    expect(saved.accounts).toEqual([bound])
  })
})
