import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolments, type EnrolPorts } from '@/entrypoints/background/enrol'
import { AppError } from '@/utils/errors/app-error'
import type { PromptKind } from '@/utils/fields/types'
import { registrableDomain } from '@/utils/sites/domain'
import type { Account, VaultDocument } from '@/utils/vault/document'
import { accountOf, documentOf, siteOf } from './sample'

const origin = 'https://example.org'
const evil = 'https://evil.example'
const enrolment = { origin, startedAtMs: 1 }
const ada = accountOf('ada', [siteOf(origin)], { enrolment })
const older = accountOf('older', [siteOf(origin)], { label: 'ada' })
const elsewhere = accountOf('elsewhere', [siteOf(evil)], { label: 'ada', enrolment })

/** What a document of the tab shows at one look. */
interface Doc {
  readonly at?: string
  readonly asks?: PromptKind | null
  readonly text?: string
  readonly alerts?: string
  readonly isWhole?: boolean
  /** It has no script of ours, or is gone. */
  readonly silent?: boolean
}

const box: readonly Doc[] = [{ asks: 'unknown' }]
const done: readonly Doc[] = [{ text: 'Two-factor is on.' }]

let saved: VaultDocument
let isLocked: boolean
let clockMs: number
/** Tabs whose site took a code. */
let taken: number[]
/** What the tab shows, look by look; the last one stays. Null: we may not see it. */
let looks: (readonly Doc[] | null)[]
let looked: number

const frames = (): readonly Doc[] => {
  const shown = looks[Math.min(looked, looks.length) - 1]
  if (!shown) throw new AppError('page-off-limits')
  return shown
}
const frame = (documentId: string): Doc => frames()[Number(documentId)] ?? {}

const ports: EnrolPorts = {
  vault: {
    peek: async () => {
      if (isLocked) throw new AppError('vault-locked')
      return saved
    },
    change: async (_nowMs, edit) => {
      if (isLocked) throw new AppError('vault-locked')
      saved = edit(saved)
      return saved
    },
  },
  taken: async (tabId) => void taken.push(tabId),
  registrableDomain,
  now: () => clockMs,
  sleep: async (forMs) => {
    clockMs += forMs
    looked += 1
  },
  undisturbed: (work) => work(),
  measureFrames: async () =>
    frames().map(({ at = origin }, frameId) => ({
      frameId,
      origin: at,
      path: '/',
      documentId: String(frameId),
    })),
  injectFill: async () => {},
  askDocument: async (_tabId, documentId) => {
    const { asks = null, silent = false } = frame(`${documentId}`)
    const asked = silent ? null : { prompt: asks, room: null, home: true }
    return { origin, path: '/', documentId: `${documentId}`, asked }
  },
  wordsOf: async (_tabId, documentId) => {
    const { text = '', alerts = '', isWhole = true } = frame(documentId)
    return { text, alerts, isWhole }
  },
}

const states = () =>
  Object.fromEntries(
    saved.accounts.map(({ id, enrolment: left, deletedAtMs }) => [
      id,
      deletedAtMs === null
        ? left === undefined || left.confirmedAtMs
          ? 'sure'
          : 'unsure'
        : 'gone',
    ]),
  )

/** Follows a fill to its end: what is awaited on the way is no more than this. */
async function follow(account: Account = ada, at = origin): Promise<void> {
  createEnrolments(ports).follow({ tabId: 7, origin: at, account })
  for (let turn = 0; turn < 20_000; turn++) await Promise.resolve()
}

beforeEach(() => {
  saved = documentOf(ada, older)
  isLocked = false
  clockMs = 1_000_000
  looks = [box, box, done]
  looked = 0
  taken = []
})

describe('an unconfirmed account', () => {
  it.each<[string, (readonly Doc[] | null)[]]>([
    ['the box is gone', [box, done]],
    ['another page of the site comes, in its time', [box, [], [{ isWhole: false }], done]],
    ['the address is not to be seen for a moment', [box, null, null, done]],
    ['the next thing asked for is no code of an authenticator', [box, [{ asks: 'recovery' }]]],
    ['a box in a frame of its own goes', [[{}, { asks: 'authenticator' }], [{}]]],
    ['a frame of another site still asks', [box, [{}, { at: evil, asks: 'unknown' }]]],
    ['a wrong code is told, and the next one taken', [box, [{ alerts: 'Wrong code' }], box, done]],
  ])('is confirmed once the site has moved on after a fill: %s', async (_, shown) => {
    looks = shown
    await follow()
    expect(states()).toEqual({ ada: 'sure', older: 'sure' })
    expect(taken).toEqual([7])
  })

  it.each<[string, (readonly Doc[] | null)[]]>([
    ['the box stays', [box]],
    ['it is only away for a moment', [done, done, box, done, done, box]],
    [
      'a page says that the code was wrong',
      [box, [{ text: 'The code you entered is incorrect.' }]],
    ],
    ['an alert says that something was', [box, [{ alerts: 'Falsch. Bitte noch einmal.' }]]],
    ['the next page never comes whole', [box, [{ isWhole: false }]]],
    ['the tab goes to another site', [box, [{ at: evil }], done]],
    ['the tab goes where we cannot see it', [box, null, null, null, null, null, done]],
    [
      'the site stands in a frame of another one, which takes it away',
      [[{ at: evil }, { asks: 'unknown' }], [{ at: evil }]],
    ],
    ['nobody answers there', [box, [{ silent: true }]]],
  ])('stays so where that is not clear: %s', async (_, shown) => {
    looks = shown
    await follow()
    expect(states()).toMatchObject({ ada: 'unsure' })
    expect(taken).toEqual([])
  })

  it('is noted to have been filled, once', async () => {
    looks = [box]
    await follow()
    const [filled] = saved.accounts
    expect(filled?.enrolment).toEqual({ ...enrolment, filledAtMs: 1_000_000 })
    await follow(filled)
    expect(saved.accounts[0]).toBe(filled)
  })

  it('stays so when the vault is locked meanwhile, and the box with it', async () => {
    const { peek } = ports.vault
    isLocked = true
    await follow()
    isLocked = false
    expect(states()).toMatchObject({ ada: 'unsure' })
    expect((await peek(0)).accounts).toHaveLength(2)
  })

  it('stays so when its code was not typed after all', async () => {
    const enrolments = createEnrolments(ports)
    enrolments.follow({ tabId: 7, origin, account: ada })
    enrolments.drop(7)
    for (let turn = 0; turn < 20_000; turn++) await Promise.resolve()
    expect(states()).toMatchObject({ ada: 'unsure' })
  })

  it('is looked after for no longer than a code lasts', async () => {
    looks = [box]
    await follow()
    expect(clockMs - 1_000_000).toBeLessThanOrEqual(91_000)
  })
})

/*
 * The attack: a page that we filled (it is a site of an account, or was made to look like one)
 * shows and hides boxes and says what it likes, to have another account confirmed, the older one
 * thrown away or a secret replaced.
 */
describe('a hostile page', () => {
  it('confirms nothing of another site, whatever it shows', async () => {
    saved = documentOf(elsewhere, ada)
    looks = [[{ at: evil, asks: 'unknown' }], [{ at: evil, text: 'Example ada is on' }]]
    await follow(elsewhere, evil)
    expect(states()).toEqual({ elsewhere: 'sure', ada: 'unsure' })
  })

  it('moves nothing to the trash and replaces no secret', async () => {
    await follow()
    expect(saved.accounts.map(({ parameters }) => parameters)).toEqual([
      ada.parameters,
      older.parameters,
    ])
    expect(states()).toEqual({ ada: 'sure', older: 'sure' })
  })

  it('confirms nothing that came to be by other ways', async () => {
    const plain = accountOf('plain', [siteOf(origin)])
    saved = documentOf(plain)
    await follow(plain)
    expect(looked).toBe(0)
    expect(saved).toEqual(documentOf(plain))
  })

  it('brings nothing back that its owner threw away or settled meanwhile', async () => {
    const before = documentOf({ ...ada, deletedAtMs: 5 })
    saved = before
    await follow()
    expect(saved).toEqual(before)
  })
})
