import { describe, expect, it } from 'vitest'
import { registrableDomain } from '@/utils/sites/domain'
import { accountsFor, matchesSite, siteFor } from '@/utils/sites/match'

type Match = 'origin' | 'domain'
type Row = readonly [page: string, bound: string, match: Match, expected: boolean]

const rows: readonly Row[] = [
  // The very same origin, however it is written.
  ['https://example.org', 'https://example.org', 'origin', true],
  ['https://example.org:443', 'https://example.org', 'origin', true],
  ['https://EXAMPLE.org', 'https://example.org', 'origin', true],
  ['https://example.org:8443', 'https://example.org:8443', 'origin', true],
  ['http://localhost:8080', 'http://localhost:8080', 'origin', true],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', 'origin', true],
  ['https://[::1]:8080', 'https://[::1]:8080', 'origin', true],
  ['https://192.168.1.10', 'https://192.168.1.10', 'origin', true],
  ['https://bücher.example', 'https://xn--bcher-kva.example', 'origin', true],
  ['https://ada.github.io', 'https://ada.github.io', 'origin', true],
  ['https://github.io', 'https://github.io', 'origin', true],
  // Bound exactly, no other host of the same owner.
  ['https://www.example.org', 'https://example.org', 'origin', false],
  ['https://example.org', 'https://www.example.org', 'origin', false],
  ['https://login.example.org', 'https://example.org', 'origin', false],
  ['https://evil.login.example.org', 'https://login.example.org', 'origin', false],
  // Suffix and prefix tricks.
  ['https://evilexample.org', 'https://example.org', 'origin', false],
  ['https://example.org.evil.example', 'https://example.org', 'origin', false],
  ['https://example.orgevil', 'https://example.org', 'origin', false],
  ['https://example.org-evil.example', 'https://example.org', 'origin', false],
  ['https://evil.example/example.org', 'https://example.org', 'origin', false],
  ['https://evil.example?https://example.org', 'https://example.org', 'origin', false],
  ['https://evil.example#https://example.org', 'https://example.org', 'origin', false],
  ['https://example.org@evil.example', 'https://example.org', 'origin', false],
  ['https://evil@example.org', 'https://example.org', 'origin', false],
  ['https://example.org.', 'https://example.org', 'origin', false],
  ['https://example.or', 'https://example.org', 'origin', false],
  ['https://xample.org', 'https://example.org', 'origin', false],
  // Look-alikes.
  ['https://examp1e.org', 'https://example.org', 'origin', false],
  ['https://exаmple.org', 'https://example.org', 'origin', false],
  ['https://xn--exmple-4nf.org', 'https://example.org', 'origin', false],
  ['https://exampIe.org', 'https://examp1e.org', 'origin', false],
  ['https://xn--bcher-kva.example', 'https://bucher.example', 'origin', false],
  ['https://rnicrosoft.example', 'https://microsoft.example', 'origin', false],
  // Schemes and ports.
  ['http://example.org', 'https://example.org', 'origin', false],
  ['http://localhost', 'https://localhost', 'origin', false],
  ['https://localhost', 'http://localhost', 'origin', false],
  ['https://example.org:8443', 'https://example.org', 'origin', false],
  ['https://example.org', 'https://example.org:8443', 'origin', false],
  ['http://localhost:8081', 'http://localhost:8080', 'origin', false],
  ['http://127.0.0.1:8080', 'http://localhost:8080', 'origin', false],
  ['https://[::1]:8080', 'http://127.0.0.1:8080', 'origin', false],
  ['ftp://example.org', 'https://example.org', 'origin', false],
  ['wss://example.org', 'https://example.org', 'origin', false],
  // Documents without an origin of their own.
  ['null', 'https://example.org', 'origin', false],
  ['', 'https://example.org', 'origin', false],
  ['about:blank', 'https://example.org', 'origin', false],
  ['data:text/html,https://example.org', 'https://example.org', 'origin', false],
  ['blob:https://example.org/1', 'https://example.org', 'origin', false],
  ['file:///example.org', 'https://example.org', 'origin', false],
  ['null', 'null', 'origin', false],
  ['', '', 'origin', false],
  // Bound to something codes may not go to.
  ['http://example.org', 'http://example.org', 'origin', false],
  ['https://example.org', 'https://*.example.org', 'origin', false],
  ['https://example.org', '*', 'domain', false],
  // Widened to the registrable domain.
  ['https://www.example.org', 'https://example.org', 'domain', true],
  ['https://example.org', 'https://login.example.org', 'domain', true],
  ['https://a.b.example.co.uk', 'https://example.co.uk', 'domain', true],
  ['https://other.co.uk', 'https://example.co.uk', 'domain', false],
  ['https://evilexample.org', 'https://example.org', 'domain', false],
  ['https://example.org.evil.example', 'https://example.org', 'domain', false],
  ['https://example.com', 'https://example.org', 'domain', false],
  ['http://www.example.org', 'https://example.org', 'domain', false],
  ['https://www.example.org:8443', 'https://example.org', 'domain', false],
  ['https://www.example.org:8443', 'https://example.org:8443', 'domain', true],
  // Suffixes that many people share, private ones among them.
  ['https://bob.github.io', 'https://ada.github.io', 'domain', false],
  ['https://blog.ada.github.io', 'https://ada.github.io', 'domain', true],
  ['https://ada.github.io', 'https://github.io', 'domain', false],
  ['https://b.pages.dev', 'https://a.pages.dev', 'domain', false],
  ['https://b.s3.amazonaws.com', 'https://a.s3.amazonaws.com', 'domain', false],
  ['https://b.blogspot.com', 'https://a.blogspot.com', 'domain', false],
  ['https://uk', 'https://co.uk', 'domain', false],
  // Hosts without a registrable domain match exactly or not at all.
  ['https://192.168.1.11', 'https://192.168.1.10', 'domain', false],
  ['https://192.168.1.10', 'https://192.168.1.10', 'domain', true],
  ['https://[2001:db8::2]', 'https://[2001:db8::1]', 'domain', false],
  ['http://localhost:1', 'http://localhost:1', 'domain', true],
  ['https://sub.localhost', 'https://localhost', 'domain', false],
]

describe('matchesSite', () => {
  it.each(rows)('page %s, bound to %s by %s: %s', (page, bound, match, expected) => {
    expect(matchesSite(page, { origin: bound, match }, registrableDomain)).toBe(expected)
  })
})

describe('siteFor', () => {
  const wide = { origin: 'https://example.org', match: 'domain' } as const
  const exact = { origin: 'https://login.example.org', match: 'origin' } as const

  it('takes the exact site before a wider one', () => {
    expect(siteFor('https://login.example.org', [wide, exact], registrableDomain)).toBe(exact)
    expect(siteFor('https://www.example.org', [wide, exact], registrableDomain)).toBe(wide)
  })

  it('is null where no site matches', () => {
    expect(siteFor('https://example.com', [wide, exact], registrableDomain)).toBeNull()
  })
})

describe('accountsFor', () => {
  const sites = [{ origin: 'https://example.org', match: 'origin' }] as const

  it('leaves out accounts in the trash and accounts of other sites', () => {
    const live = { sites, deletedAtMs: null }
    const trashed = { sites, deletedAtMs: 1 }
    const unbound = { sites: [], deletedAtMs: null }
    const accounts = [live, trashed, unbound]
    expect(accountsFor('https://example.org', accounts, registrableDomain)).toEqual([live])
    expect(accountsFor('https://example.com', accounts, registrableDomain)).toEqual([])
  })
})
