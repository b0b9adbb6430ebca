import { describe, expect, it } from 'vitest'
import { type Asker, decide, mayAsk } from '@/entrypoints/background/decide'
import { registrableDomain } from '@/utils/sites/domain'
import type { Account } from '@/utils/vault/document'
import { accountOf, hotpOf, siteOf } from './sample'

const origin = 'https://example.org'
const asker: Asker = { origin, frameId: 0, isFront: true, isGranted: true }
const bound = accountOf('ada', [siteOf(origin)])

const kindFor = (accounts: readonly Account[], changes: Partial<Asker> = {}) =>
  decide({ ...asker, ...changes }, accounts, registrableDomain).kind

describe('decide', () => {
  it('gives the code of the one account that fills on arrival', () => {
    expect(decide(asker, [bound], registrableDomain)).toEqual({ kind: 'code', account: bound })
  })

  it.each<readonly [string, Partial<Asker>]>([
    ['a frame within the page', { frameId: 1 }],
    ['a place without frame', { frameId: null }],
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

describe('mayAsk', () => {
  it('asks nothing of the vault for a page that may not know even that it is locked', () => {
    expect(mayAsk(asker)).toBe(true)
    expect(mayAsk({ ...asker, isGranted: false })).toBe(false)
    expect(mayAsk({ ...asker, isFront: false })).toBe(false)
    expect(mayAsk({ ...asker, frameId: 3 })).toBe(false)
    expect(mayAsk({ ...asker, origin: 'http://example.org' })).toBe(false)
  })
})
