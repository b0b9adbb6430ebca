import { describe, expect, it } from 'vitest'
import { registrableDomain } from '@/utils/sites/domain'
import { hostsFor } from '@/utils/sites/known/hosts-for'
import { sharesLogin } from '@/utils/sites/known/shares-login'
import { relationTo, wideningsOf } from '@/utils/sites/widening'
import { userHosts } from '../../../fixtures/user-hosts'

const ports = { registrableDomain, known: { hostsFor, sharesLogin } }

describe('wideningsOf', () => {
  it('offers the whole registrable domain', () => {
    expect(wideningsOf('https://login.example.org', ports)).toEqual([
      {
        kind: 'domain',
        domain: 'example.org',
        site: { origin: 'https://login.example.org', match: 'domain' },
      },
    ])
  })

  it('offers the usual port of a host on another one', () => {
    expect(wideningsOf('http://localhost:8080', ports)).toEqual([
      { kind: 'port', site: { origin: 'http://localhost', match: 'origin' } },
    ])
  })

  it('offers the login hosts of a known service first', () => {
    expect(wideningsOf('https://myaccount.google.com', ports)).toMatchObject([
      { kind: 'sibling', site: { origin: 'https://accounts.google.com', match: 'origin' } },
      { kind: 'domain', domain: 'google.com' },
    ])
  })

  it.each(['https://192.168.1.1', 'https://co.uk', 'https://github.io', 'https://[2001:db8::1]'])(
    'has nothing to add to %s, which is no one domain',
    (origin) => {
      expect(wideningsOf(origin, ports)).toEqual([])
    },
  )

  it.each(['http://example.org', 'null', '', 'https://*.example.org', 'https://user@example.org'])(
    'has nothing to add to %j, where no code may go',
    (origin) => {
      expect(wideningsOf(origin, ports)).toEqual([])
    },
  )
})

describe('relationTo', () => {
  it.each([
    ['https://www.example.org', 'https://example.org', 'domain'],
    ['https://example.org', 'https://login.example.org', 'domain'],
    ['https://example.org:8443', 'https://example.org', 'port'],
    ['http://localhost:3000', 'http://localhost:8080', 'port'],
    ['https://accounts.google.com', 'https://myaccount.google.com', 'sibling'],
    ['https://www.amazon.de', 'https://www.amazon.com', 'sibling'],
    ['https://acme.okta.com', 'https://acme-admin.okta.com', 'sibling'],
  ] as const)('%s is to %s: %s', (page, bound, kind) => {
    expect(relationTo(page, [bound], ports)).toEqual({ bound, kind })
  })

  it('takes the closest of several', () => {
    const bound = ['https://www.example.org', 'https://example.org:8443']
    expect(relationTo('https://example.org', bound, ports)).toEqual({
      bound: 'https://example.org:8443',
      kind: 'port',
    })
  })

  it.each([
    ['https://example.org', 'https://example.org'],
    ['https://example.com', 'https://example.org'],
    ['https://www.example.org:8443', 'https://example.org'],
    ['http://localhost', 'https://localhost'],
    ['http://127.0.0.1', 'http://localhost'],
    ['http://www.example.org', 'https://example.org'],
    ['https://evilexample.org', 'https://example.org'],
    ['https://b.github.io', 'https://a.github.io'],
    ['https://a.co.uk', 'https://b.co.uk'],
    ['https://192.168.1.2', 'https://192.168.1.1'],
    ['https://www.example.org.', 'https://example.org'],
    ['null', 'https://example.org'],
    ['https://example.org', 'null'],
  ])('%s has nothing to do with %s that a click could add', (page, bound) => {
    expect(relationTo(page, [bound], ports)).toBeNull()
  })

  // One click must never let in who merely has a page at the same service.
  it.each(userHosts)('%s is no relation of %s', (host, owner) => {
    const kind = relationTo(`https://${host}`, [`https://${owner}`], ports)?.kind ?? null
    expect(kind).toBeNull()
  })
})
