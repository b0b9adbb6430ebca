import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createBring } from '@/entrypoints/background/bring'
import { type PagePorts, userNameIn } from '@/entrypoints/background/pages'
import { createPointed, type PointedPorts } from '@/entrypoints/background/pointed'
import { createTyped } from '@/entrypoints/background/typed'
import { AppError } from '@/utils/errors/app-error'
import type { Caller } from '@/utils/messages/sender'
import { registrableDomain } from '@/utils/sites/domain'
import { createTypedNames } from '@/utils/storage/typed-names'
import { accountOf, documentOf, siteOf } from './sample'

const stored = vi.hoisted(() => ({ values: {} as Record<string, unknown> }))
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: stored.values[key] }),
        set: async (values: object) => void Object.assign(stored.values, values),
        remove: async (key: string) => void delete stored.values[key],
      },
    },
  },
}))

const origin = 'https://login.example.org'
const caller: Caller = { origin, url: `${origin}/`, documentId: 'doc', tabId: 7, frameId: 0 }
const field = {
  type: 'text',
  name: 'pass',
  id: '',
  autocomplete: '',
  inputMode: '',
  placeholder: '',
  label: '',
  maxLength: null,
  path: '/login',
  inForm: true,
  place: 0,
  among: 1,
  boxes: 1,
}

let nowMs = 1_000_000
const hasOrigin = vi.fn<PagePorts['hasOrigin']>()
const measureDocument = vi.fn<PagePorts['measureDocument']>()
const status = vi.fn<PointedPorts['vault']['status']>()
const peek = vi.fn<PointedPorts['vault']['peek']>()
const injectParts = vi.fn<PointedPorts['injectParts']>()
const typedNames = createTypedNames((_, work) => work())
const ports = {
  isFrontTab: async () => true,
  hasOrigin,
  measureDocument,
  injectParts,
  typedNames,
  registrableDomain,
  now: () => nowMs,
}
const typed = createTyped(ports)
const locked = () => {
  peek.mockRejectedValue(new AppError('vault-locked'))
  status.mockResolvedValue('locked')
}
const pointed = createPointed({ ...ports, vault: { status, peek } })
const bring = createBring({ ...ports, vault: { status, peek } })
const type = (name: string, by: Partial<Caller> = {}) =>
  typed({ type: 'user.typed', name }, { ...caller, ...by })
const nameOn = (page: string, tabId = 7) => userNameIn(tabId, page, ports)

beforeEach(() => {
  vi.resetAllMocks()
  stored.values = {}
  nowMs = 1_000_000
  hasOrigin.mockResolvedValue(true)
  measureDocument.mockResolvedValue({ origin, path: '/', documentId: 'top' })
  status.mockResolvedValue('unlocked')
  peek.mockResolvedValue(documentOf(accountOf('ada', [siteOf(origin, { field })])))
})

/** Callers that nothing is taken from and nothing told to. */
const strangers: readonly (readonly [string, Partial<Caller>, () => void])[] = [
  ['a site that is not allowed', {}, () => hasOrigin.mockResolvedValue(false)],
  ['an unencrypted page', { origin: 'http://login.example.org' }, () => {}],
  ['an opaque document', { origin: 'null' }, () => {}],
  ['a place in no tab', { tabId: null }, () => {}],
  [
    'a frame in a page of another site',
    { frameId: 3 },
    () =>
      measureDocument.mockResolvedValue({
        origin: 'https://a.example',
        path: '/',
        documentId: 't',
      }),
  ],
]

describe('a typed user name', () => {
  it('is known in its tab, on its site and the hosts beside it, for five minutes', async () => {
    await type(' ada ')
    await type('eve')
    expect(await nameOn(origin)).toBe('eve')
    expect(await nameOn('https://example.org')).toBe('eve')
    expect(await nameOn(origin, 8)).toBeNull()
    nowMs += 5 * 60_000
    expect(await nameOn(origin)).toBeNull()
  })

  it.each(['https://example.com', 'https://example.org.evil.example', 'https://evilexample.org'])(
    'is unknown on %s',
    async (other) => {
      await type('ada')
      expect(await nameOn(other)).toBeNull()
    },
  )

  it('cannot be spoken for by another site, or by a neighbour on a shared suffix', async () => {
    await type('eve', { origin: 'https://evil.example', url: 'https://evil.example/' })
    await type('eve', { origin: 'https://eve.github.io', url: 'https://eve.github.io/' })
    expect(await nameOn(origin)).toBeNull()
    expect(await nameOn('https://ada.github.io')).toBeNull()
  })

  it.each(strangers)('is not taken from %s', async (_, by, given) => {
    given()
    await type('ada', by)
    expect(stored.values).toEqual({})
  })

  it('is gone once they are cleared, and there are never many', async () => {
    for (let tabId = 0; tabId < 80; tabId += 1) await type('ada', { tabId })
    expect(stored.values['typedNames']).toHaveLength(50)
    await typedNames.clear()
    expect(await nameOn(origin, 79)).toBeNull()
  })

  it('in another shape counts as none', async () => {
    stored.values['typedNames'] = [{ tabId: '7', site: 'example.org', name: 'ada' }]
    expect(await nameOn(origin)).toBeNull()
  })
})

describe('a field that was pointed out', () => {
  const ask = (by: Partial<Caller> = {}) => pointed({ type: 'field.pointed' }, { ...caller, ...by })

  it('is told to its site, with what it takes to find it', async () => {
    expect(await ask()).toEqual(field)
    expect(injectParts).toHaveBeenCalledExactlyOnceWith(7, 'doc', 'point')
  })

  it.each(strangers)('is not told to %s', async (_, by, given) => {
    given()
    expect(await ask(by)).toBeNull()
    expect(peek).not.toHaveBeenCalled()
  })

  it.each<[string, () => void]>([
    [
      'another site',
      () =>
        peek.mockResolvedValue(
          documentOf(accountOf('b', [siteOf('https://b.example', { field })])),
        ),
    ],
    ['nobody while the vault is locked', () => locked()],
    [
      'anybody in another shape',
      () =>
        peek.mockResolvedValue(
          documentOf(accountOf('b', [siteOf(origin, { field: { selector: '*' } })])),
        ),
    ],
  ])('is not told to %s', async (_, given) => {
    given()
    expect(await ask()).toBeNull()
    expect(injectParts).not.toHaveBeenCalled()
  })
})

describe('what finds code fields', () => {
  const ask = (by: Partial<Caller> = {}, part: 'find' | 'fill' | 'both' | 'pointed' = 'find') =>
    bring({ type: 'fill.bring', part }, { ...caller, ...by })

  it.each(['find', 'fill'] as const)(
    '(%s) is brought into the document that asks',
    async (part) => {
      peek.mockResolvedValue(documentOf(accountOf('ada', [siteOf(origin)])))
      expect(await ask({}, part)).toEqual({ field: null })
      expect(injectParts).toHaveBeenCalledExactlyOnceWith(7, 'doc', part)
    },
  )

  it('and what fills them in one go where both are asked for', async () => {
    peek.mockResolvedValue(documentOf(accountOf('ada', [siteOf(origin)])))
    expect(await ask({}, 'both')).toEqual({ field: null })
    expect(injectParts).toHaveBeenCalledExactlyOnceWith(7, 'doc', 'find', 'fill')
  })

  it('where one was pointed out, what fills it is brought, while the vault is open', async () => {
    expect(await ask({}, 'pointed')).toEqual({ field })
    expect(injectParts.mock.calls).toEqual([
      [7, 'doc', 'fill'],
      [7, 'doc', 'point'],
    ])
    locked()
    expect(await ask({}, 'pointed')).toBeNull()
    peek.mockResolvedValue(documentOf(accountOf('ada', [siteOf(origin)])))
    expect(await ask({}, 'pointed')).toBeNull()
    expect(injectParts).toHaveBeenCalledTimes(2)
  })

  it.each(['fill', 'both'] as const)(
    '(%s) comes without a word of it while the vault is locked: it may be open on arrival',
    async (part) => {
      locked()
      expect(await ask({}, part)).toEqual({})
      expect(injectParts).toHaveBeenCalledOnce()
    },
  )

  const nobody = ['a document that the browser does not name', { documentId: null }, () => {}]

  it.each([...strangers, nobody] as typeof strangers)(
    'is not brought to %s',
    async (_, by, given) => {
      given()
      expect(await ask(by)).toBeNull()
      expect(injectParts).not.toHaveBeenCalled()
    },
  )
})
