import { describe, expect, it } from 'vitest'
import { createLook, type LookPorts } from '@/entrypoints/background/look'
import type { PromptKind } from '@/utils/fields/types'
import { registrableDomain } from '@/utils/sites/domain'
import { accountOf, documentOf, nowMs, siteOf } from './sample'

const origin = 'https://example.org'
const caller = { documentId: null, tabId: null, frameId: null, origin: 'ours', url: '' }

function lookAt(granted: boolean, asked: boolean | undefined) {
  const entered: string[] = []
  const measured = { documentId: 'doc', origin, path: '/' }
  const ports: LookPorts = {
    vault: { peek: async () => documentOf() },
    now: () => nowMs,
    registrableDomain,
    hasOrigin: async () => granted,
    measureFrames: async () => [{ frameId: 0, ...measured }],
    injectFill: async (_tabId, documentId) => void entered.push(documentId),
    askDocument: async (_tabId, documentId) => {
      const asked = { prompt: 'authenticator', room: null, home: true } as const
      return { ...measured, asked: entered.includes(`${documentId}`) ? asked : null }
    },
  }
  const seen = createLook(ports)({ type: 'fill.look', tabId: 7, asked }, caller)
  return seen.then(({ kind }) => ({ kind, entered }))
}

describe('createLook', () => {
  it.each([
    ['allowed', true, undefined],
    ['allowed to nobody, for something that the user does there', false, true],
  ])('tells what a page asks for on a site that is %s', async (_, granted, asked) => {
    expect(await lookAt(granted, asked)).toEqual({ kind: 'authenticator', entered: ['doc'] })
  })

  it.each([undefined, false])('enters no other page by itself (asked: %s)', async (asked) => {
    expect(await lookAt(false, asked)).toEqual({ kind: null, entered: [] })
  })
})

/** A document in a tab, the page itself first, and what it says of itself. */
interface Shown {
  readonly origin: string
  readonly prompt: PromptKind | null
  /** It may not be entered. */
  readonly isShut?: boolean
}

const shop = 'https://shop.example'
const bank = 'https://bank.example'
const bankAccount = accountOf('ada', [siteOf(bank)])

function lookIn(shown: readonly Shown[], account = bankAccount) {
  const top = shown[0]?.origin
  const at = (documentId: string | number) => shown[Number(documentId)]
  const ports: LookPorts = {
    vault: { peek: async () => documentOf(account) },
    now: () => nowMs,
    registrableDomain,
    hasOrigin: async () => true,
    measureFrames: async () =>
      shown.map(({ origin }, frameId) => ({
        frameId,
        documentId: `${frameId}`,
        origin,
        path: '/',
      })),
    injectFill: () => Promise.reject(new Error('it fills there already')),
    askDocument: async (_tabId, documentId) => {
      const { origin = '', prompt = null, isShut } = at(documentId) ?? {}
      if (isShut) throw new Error('it is gone')
      const asked = { prompt, room: null, home: origin === top }
      return { documentId: `${documentId}`, origin, path: '/', asked }
    },
  }
  return createLook(ports)({ type: 'fill.look', tabId: 7 }, caller)
}

describe('createLook: frames', () => {
  const page = { origin: shop, prompt: null } as const

  it.each<PromptKind>(['sent', 'recovery', 'unknown'])(
    'tells what a frame among its own asks for: %s',
    async (prompt) => {
      const told = await lookIn([page, { origin: shop, prompt }])
      expect(told).toEqual({ kind: prompt, frame: null })
    },
  )

  it('names a frame of another site that asks for a code, and its accounts, and takes it for none of the page', async () => {
    const told = await lookIn([page, { origin: bank, prompt: 'authenticator' }])
    expect(told).toEqual({ kind: null, frame: { host: 'bank.example', accountIds: ['ada'] } })
  })

  it.each<readonly [string, Shown, typeof bankAccount]>([
    ['asks for a mailed code', { origin: bank, prompt: 'sent' }, bankAccount],
    ['asks for a recovery code', { origin: bank, prompt: 'recovery' }, bankAccount],
    ['asks for nothing', { origin: bank, prompt: null }, bankAccount],
    [
      'is never to be filled',
      { origin: bank, prompt: 'unknown' },
      accountOf('ada', [siteOf(bank, { fill: 'never' })]),
    ],
  ])('names no frame of another site that %s', async (_, frame, account) => {
    expect(await lookIn([page, frame], account)).toEqual({ kind: null, frame: null })
  })

  it('names a frame of a site that no account knows: it may want the code of the page', async () => {
    const stranger = { origin: 'https://b.example', prompt: 'unknown' } as const
    const frame = { host: 'b.example', accountIds: [] }
    expect(await lookIn([page, stranger])).toEqual({ kind: null, frame })
  })

  it('names the frame that there is an account for, whichever comes first', async () => {
    const stranger = { origin: 'https://b.example', prompt: 'unknown' } as const
    const told = await lookIn([page, stranger, { origin: bank, prompt: 'unknown' }])
    expect(told.frame).toEqual({ host: 'bank.example', accountIds: ['ada'] })
  })

  it('goes by the others where one is gone meanwhile', async () => {
    const gone = { origin: bank, prompt: null, isShut: true }
    const told = await lookIn([{ ...page, prompt: 'unknown' }, gone])
    expect(told).toEqual({ kind: 'unknown', frame: null })
  })
})
