import { describe, expect, it } from 'vitest'
import { type Asker, decide, mayAsk, type Way } from '@/entrypoints/background/decide'
import { registrableDomain } from '@/utils/sites/domain'
import type { Account } from '@/utils/vault/document'
import { accountOf, hotpOf, siteOf } from './sample'

const origin = 'https://example.org'
const asker: Asker = {
  way: 'arrival',
  origin,
  frame: 'top',
  isFront: true,
  isGranted: true,
  userName: null,
}
const bound = accountOf('ada', [siteOf(origin)])

const kindFor = (accounts: readonly Account[], changes: Partial<Asker> = {}) =>
  decide({ ...asker, ...changes }, accounts, registrableDomain).kind

describe('decide', () => {
  it('gives the code of the one account that fills on arrival', () => {
    expect(decide(asker, [bound], registrableDomain)).toEqual({
      kind: 'code',
      account: bound,
      site: bound.sites[0],
    })
  })

  it.each<readonly [string, Partial<Asker>]>([
    ['a frame of it in a page of another site', { frame: 'foreign' }],
    ['a tab in the background', { isFront: false }],
    ['a site whose permission was taken back', { isGranted: false }],
    ['a look-alike', { origin: 'https://examp1e.org' }],
    ['a host that begins with the bound one', { origin: 'https://example.org.evil.example' }],
    ['a host that ends in the bound one', { origin: 'https://evilexample.org' }],
    ['a sibling', { origin: 'https://www.example.org' }],
    ['another port', { origin: 'https://example.org:8443' }],
    ['the same host unencrypted', { origin: 'http://example.org' }],
    ['an opaque document', { origin: 'null' }],
    ['an address with a name in it', { origin: 'https://ada@example.org' }],
  ])('gives nothing to %s', (_, changes) => {
    expect(kindFor([bound], changes)).toBe('nothing')
  })

  it.each<readonly [string, readonly Account[], string]>([
    ['no account', [], 'nothing'],
    ['an account of another site', [accountOf('b', [siteOf('https://example.com')])], 'nothing'],
    ['an account without site', [accountOf('b', [])], 'nothing'],
    ['an account in the trash', [accountOf('b', [siteOf(origin)], { deletedAtMs: 1 })], 'nothing'],
    ['fill on request', [accountOf('b', [siteOf(origin, { fill: 'request' })])], 'nothing'],
    ['fill never', [accountOf('b', [siteOf(origin, { fill: 'never' })])], 'nothing'],
    ['two accounts', [bound, accountOf('b', [siteOf(origin)])], 'choose'],
    ['a counter, which a visit must not move', [hotpOf('b', [siteOf(origin)])], 'choose'],
    [
      'one on arrival, one on request',
      [bound, accountOf('b', [siteOf(origin, { fill: 'request' })])],
      'code',
    ],
    [
      'the whole domain',
      [accountOf('b', [siteOf('https://login.example.org', { match: 'domain' })])],
      'code',
    ],
  ])('with %s: %#', (_, accounts, kind) => {
    expect(kindFor(accounts)).toBe(kind)
  })
})

describe('decide, among several', () => {
  const bob = accountOf('bob', [siteOf(origin)])
  const shy = accountOf('shy', [siteOf(origin, { fill: 'request' })])
  const known = accountOf('work', [siteOf(origin, { userNames: ['Ada@example.org'] })])
  const choose = (userName: string | null, accounts: readonly Account[], way: Way = 'arrival') => {
    const decision = decide({ ...asker, way, userName }, accounts, registrableDomain)
    return decision.kind === 'code' ? decision.account.id : decision.kind
  }

  it.each<readonly [string, string | null, readonly Account[], string]>([
    ['none was typed', null, [bound, bob], 'choose'],
    ['it is a label', 'bob', [bound, bob], 'bob'],
    ['it is a label in other letters', ' BOB ', [bound, bob], 'bob'],
    ['it was typed when one was chosen', 'ada@example.org', [bob, known], 'work'],
    ['it is nobody’s', 'eve', [bound, bob], 'choose'],
    ['it is the beginning of one', 'bo', [bound, bob], 'choose'],
    ['it is that of two', 'ada', [bound, accountOf('ada', [siteOf(origin)])], 'choose'],
    ['it is that of one filled on request only', 'shy', [bound, shy], 'choose'],
    ['it is that of one filled on arrival', 'ada', [bound, shy], 'ada'],
    ['it is that of a counter', 'hat', [bound, hotpOf('hat', [siteOf(origin)])], 'choose'],
  ])('goes by the user name: %s', (_, userName, accounts, id) => {
    expect(choose(userName, accounts)).toBe(id)
  })

  it.each<readonly [Way, string]>([
    ['arrival', 'choose'],
    ['shortcut', 'choose'],
    ['menu', 'choose'],
    ['popup', 'bob'],
  ])('the only one, of somebody else by the name that was typed, by %s: %s', (way, id) => {
    const only = accountOf('bob', [siteOf(origin)], { label: 'bob@example.org' })
    expect(choose('ada@example.org', [only], way)).toBe(id)
    expect(choose('bob@example.org', [only], way)).toBe('bob')
  })

  it.each<readonly [Way, string | null, readonly Account[], string]>([
    ['shortcut', null, [shy], 'shy'],
    ['shortcut', null, [bound, shy], 'choose'],
    ['shortcut', 'shy', [bound, shy], 'shy'],
    ['menu', null, [hotpOf('hat', [siteOf(origin)])], 'hat'],
    ['popup', null, [accountOf('n', [siteOf(origin, { fill: 'never' })])], 'nothing'],
    ['shortcut', null, [accountOf('n', [siteOf('https://example.com')])], 'nothing'],
  ])('what the user asks for by %s also goes to sites filled on request', (way, name, all, id) => {
    expect(choose(name, all, way)).toBe(id)
  })
})

describe('mayAsk', () => {
  it('asks nothing of the vault for a page that may not know even that it is locked', () => {
    expect(mayAsk(asker)).toBe(true)
    expect(mayAsk({ ...asker, isGranted: false })).toBe(false)
    expect(mayAsk({ ...asker, isFront: false })).toBe(false)
    expect(mayAsk({ ...asker, frame: 'foreign' })).toBe(false)
    expect(mayAsk({ ...asker, origin: 'http://example.org' })).toBe(false)
  })
  it.each<readonly [Way, Partial<Asker>, boolean]>([
    ['arrival', { frame: 'own' }, true],
    ['arrival', { frame: 'foreign' }, false],
    ['shortcut', { isGranted: false }, true],
    ['shortcut', { frame: 'foreign' }, false],
    ['menu', { frame: 'own' }, true],
    ['menu', { frame: 'foreign' }, false],
    ['popup', { frame: 'foreign' }, true],
    ['popup', { origin: 'null' }, false],
    ['popup', { origin: 'http://example.org' }, false],
  ])('by %s answers %j: %j', (way, changes, may) => {
    expect(mayAsk({ ...asker, way, ...changes })).toBe(may)
  })
})
