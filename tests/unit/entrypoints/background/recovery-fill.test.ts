import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createRecoveryFill, type RecoveryFillPorts } from '@/entrypoints/background/recovery-fill'
import type { PromptKind } from '@/utils/fields/types'
import type { Caller } from '@/utils/messages/sender'
import { registrableDomain } from '@/utils/sites/domain'
import type { VaultDocument } from '@/utils/vault/document'
import { accountOf, documentOf, nowMs, siteOf } from './sample'

const origin = 'https://example.org'
const askDocument = vi.fn<RecoveryFillPorts['askDocument']>()
const measureFrames = vi.fn<RecoveryFillPorts['measureFrames']>()
const sendToDocument = vi.fn<RecoveryFillPorts['sendToDocument']>()
const change = vi.fn<RecoveryFillPorts['vault']['change']>()
let clockMs = nowMs
let saved: VaultDocument
const fill = createRecoveryFill({
  vault: { read: async () => saved, change },
  now: () => clockMs,
  registrableDomain,
  askDocument,
  measureDocument: (tabId) => askDocument(tabId, 0, { field: null }),
  measureFrames,
  typedNames: { find: async () => null },
  injectFill: async () => undefined,
  sendToDocument,
})
const popup: Caller = {
  origin: 'chrome-extension://us',
  url: '',
  documentId: null,
  frameId: null,
  tabId: null,
}
const click = () => fill({ type: 'fill.recovery', tabId: 7, accountId: 'ada' }, popup)

const left = (code: string) => ({ code, usedAtMs: null })
const codes = [{ code: 'aaaa-1111', usedAtMs: 5 }, left('bbbb-2222'), left('cccc-3333')]
const kept = () => saved.accounts[0]?.recoveryCodes ?? []
const written = () =>
  sendToDocument.mock.calls.flatMap(([, documentId, command]) =>
    command.type === 'content.write' ? [[documentId, command.code]] : [],
  )

const recoveryAsked = { prompt: 'recovery', room: null, home: true } as const
const measured = { origin, path: '/', documentId: 'doc' }
/** The page asks for a code of this kind, and a frame in it, if there is one, for that. */
function ask(prompt: PromptKind | null, framed: PromptKind | null = null, home = true): void {
  askDocument.mockImplementation(async (_tab, at) => ({
    ...measured,
    asked: { prompt: at === 'framed' ? framed : prompt, room: null, home },
  }))
}
/** Its field takes what `takes` says. */
function take(takes: (code: string) => boolean): void {
  sendToDocument.mockImplementation(async (_tab, _id, command) => ({
    filled: takes(command.type === 'content.write' ? command.code : ''),
    pointed: null,
  }))
}

beforeEach(() => {
  vi.resetAllMocks()
  clockMs = nowMs
  saved = documentOf(accountOf('ada', [siteOf(origin)], { recoveryCodes: codes }))
  change.mockImplementation(async (_, edit) => {
    saved = edit(saved)
    return saved
  })
  measureFrames.mockResolvedValue([])
  ask('recovery')
  take(() => true)
})

describe('a recovery code', () => {
  it('is the first that is left, goes to the measured document alone, and is ticked off', async () => {
    expect(await click()).toEqual({ kind: 'filled', usedAtMs: nowMs, left: 1 })
    expect(written()).toEqual([['doc', 'bbbb-2222']])
    expect(kept()).toEqual([codes[0], { code: 'bbbb-2222', usedAtMs: nowMs }, codes[2]])
  })

  it('is looked for and written as one: no other field is to take it', async () => {
    await click()
    expect(askDocument.mock.calls).toEqual([[7, 0, { field: null, recovery: true }]])
    expect(sendToDocument.mock.calls.map(([, , command]) => command)).toEqual([
      { type: 'content.write', code: 'bbbb-2222', field: null, submit: false, recovery: true },
    ])
  })

  it('goes without its dashes where the field has no room for them', async () => {
    take((code) => code.length <= 8)
    expect(await click()).toMatchObject({ kind: 'filled' })
    expect(written()).toEqual([
      ['doc', 'bbbb-2222'],
      ['doc', 'bbbb2222'],
    ])
  })

  it('is each time another one, until none is left', async () => {
    await click()
    await click()
    expect(await click()).toEqual({ kind: 'none-left' })
    expect(written().map(([, code]) => code)).toEqual(['bbbb-2222', 'cccc-3333'])
  })

  it('is never the same for two clicks at once', async () => {
    await Promise.all([click(), click()])
    expect(new Set(written().map(([, code]) => code)).size).toBe(2)
  })

  it('is put back where the field did not take it, and where the page is gone', async () => {
    take(() => false)
    expect(await click()).toEqual({ kind: 'no-field' })
    expect(kept()).toEqual(codes)
    sendToDocument.mockRejectedValue(new Error('gone'))
    expect(await click()).toEqual({ kind: 'no-field' })
    expect(kept()).toEqual(codes)
  })
})

describe('attacks on recovery codes', () => {
  it.each<PromptKind | null>(['authenticator', 'sent', 'unknown', null])(
    'a page that asks for %s gets none, and none is used up',
    async (kind) => {
      ask(kind)
      expect(await click()).toEqual({ kind: 'no-field' })
      expect(written()).toEqual([])
      expect(change).not.toHaveBeenCalled()
    },
  )

  it('a page that pretends to refuse gets the same code again, not one after the other', async () => {
    take(() => false)
    for (let clicks = 0; clicks < 5; clicks += 1) await click()
    expect(new Set(written().map(([, code]) => code?.replace('-', '')))).toEqual(
      new Set(['bbbb2222']),
    )
  })

  it.each(['https://evil.example', 'http://example.org', 'https://a.example.org', 'null'])(
    'the page %s, which the account is not bound to, gets none',
    async (page) => {
      askDocument.mockResolvedValue({ ...measured, origin: page, asked: recoveryAsked })
      const result = await click().catch(() => null)
      expect(result?.kind).not.toBe('filled')
      expect(written()).toEqual([])
    },
  )

  it('a frame of the account’s own site on the page of another one gets none, told or not', async () => {
    const evil = 'https://evil.example'
    askDocument.mockResolvedValue({ ...measured, origin: evil, asked: recoveryAsked })
    measureFrames.mockResolvedValue([{ frameId: 3, origin, path: '/', documentId: 'framed' }])
    expect(await click()).toEqual({ kind: 'other-site', host: 'evil.example' })
    expect(sendToDocument).not.toHaveBeenCalled()
  })

  it('a frame of another site on the account’s page gets none', async () => {
    measureFrames.mockResolvedValue([
      { frameId: 3, origin: 'https://evil.example', path: '/', documentId: 'framed' },
    ])
    ask(null, 'recovery')
    expect(await click()).toEqual({ kind: 'no-field' })
    expect(written()).toEqual([])
  })

  it('a frame of the page’s own origin within one of another gets none', async () => {
    measureFrames.mockResolvedValue([{ frameId: 3, origin, path: '/', documentId: 'framed' }])
    ask(null, 'recovery', false)
    expect(await click()).toEqual({ kind: 'no-field' })
    expect(written()).toEqual([])
  })

  it('a site that codes never go to gets none', async () => {
    const site = { ...siteOf(origin), fill: 'never' as const }
    saved = documentOf(accountOf('ada', [site], { recoveryCodes: codes }))
    expect(await click()).toEqual({ kind: 'other-site', host: 'example.org' })
  })

  it('an account in the trash gives none', async () => {
    saved = documentOf(accountOf('ada', [siteOf(origin)], { recoveryCodes: codes, deletedAtMs: 1 }))
    await expect(click()).rejects.toMatchObject({ code: 'account-missing' })
  })
})
