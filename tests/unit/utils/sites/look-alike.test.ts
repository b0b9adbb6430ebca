import { describe, expect, it } from 'vitest'
import { sharesLogin } from '@/utils/sites/known/shares-login'
import { tableServices } from '@/utils/sites/known/table'
import { guardOf, type LookAlikeReason, resembles } from '@/utils/sites/look-alike'
import { collected, made } from '../../../fixtures/look-alikes'

const domains = tableServices.map((service) => service.domains[0] ?? '')

describe('resembles', () => {
  it.each(collected)('warns on %s of %s', (host, bound) => {
    expect(resembles(host, [bound])).toMatchObject({ bound })
  })

  it('warns on every known way of making look-alikes', () => {
    expect(made.length).toBeGreaterThanOrEqual(200)
    expect(made.filter(([host, bound]) => resembles(host, [bound]) === null)).toEqual([])
  })

  it.each<[host: string, bound: string, why: LookAlikeReason]>([
    ['githib.com', 'github.com', 'typo'],
    ['git-hub.com', 'github.com', 'typo'],
    ['giithub.com', 'github.com', 'typo'],
    ['g1thub.com', 'github.com', 'homoglyph'],
    ['arnazon.com', 'amazon.com', 'homoglyph'],
    // The second letter is Cyrillic.
    ['xn--gthub-n4a.com', 'github.com', 'punycode'],
    ['xn--pple-43d.com', 'apple.com', 'punycode'],
    ['github.com.evil.example', 'github.com', 'embedded'],
    ['github-login.com', 'github.com', 'embedded'],
    ['github.co', 'github.com', 'tld'],
  ])('says why %s resembles %s: %s', (host, bound, why) => {
    expect(resembles(host, [bound])).toEqual({ bound, why })
  })

  it.each([
    ['the bound host', 'github.com', ['github.com']],
    ['another host of its registrable domain', 'gist.example.org', ['login.example.org']],
    [
      'a host that is bound beside the one it resembles',
      'githob.com',
      ['github.com', 'githob.com'],
    ],
    ['a host of the domain of one of them', 'www.githob.com', ['github.com', 'githob.com']],
    ['the service that a customer is at', 'zendesk.com', ['acme.zendesk.com']],
    ['a customer of a service', 'acme.slack.com', ['slack.com']],
    ['another person at a host of many', 'bob.github.io', ['alice.github.io']],
    ['a person at a host of many', 'alice.github.io', ['github.com']],
    ['an unrelated site', 'example.org', ['github.com', 'accounts.google.com']],
    ['an IP address', '192.168.1.1', ['192.168.1.11']],
    ['this machine', 'localhost', ['localhost.example']],
    ['a public suffix', 'co.uk', ['co.com']],
    ['a common word under another suffix', 'mail.de', ['mail.com']],
    ['no bound host at all', 'github.com', []],
  ])('does not warn on %s', (_, host, bound) => {
    expect(resembles(host, bound)).toBeNull()
  })

  it('does not warn where the owner says that both are one login', () => {
    expect(resembles('www.amazon.de', ['www.amazon.com'])).toMatchObject({ why: 'tld' })
    expect(resembles('www.amazon.de', ['www.amazon.com'], sharesLogin)).toBeNull()
    expect(resembles('www.google.co.uk', ['accounts.google.com'], sharesLogin)).toBeNull()
    expect(
      resembles('www.google.co.uk.example', ['accounts.google.com'], sharesLogin),
    ).not.toBeNull()
  })

  // What a name below a known service is, its customer decides.
  it('warns of a customer who took a look-alike of another one', () => {
    expect(resembles('acme-corq.okta.com', ['acme-corp.okta.com'])).toMatchObject({ why: 'typo' })
    expect(resembles('dash.readme.io', ['dash.readme.com'], sharesLogin)).toBeNull()
    expect(resembles('readme.readme.io', ['dash.readme.com'], sharesLogin)).not.toBeNull()
  })
})

describe('the false alarms of the guard', () => {
  // Each domain against all others, in groups: those of its own group are left out.
  const groups = 20
  const guards = Array.from({ length: groups }, (_, group) =>
    guardOf(
      domains.filter((_, at) => at % groups === group),
      sharesLogin,
    ),
  )
  const alarms = domains.flatMap((host, at) =>
    guards.flatMap((guard, group) => {
      const found = group === at % groups ? null : guard(host)
      return found === null ? [] : [`${host} for ${found.bound}`]
    }),
  )

  it('are at most 4 in 100 services, were one bound to all others', () => {
    expect(domains.length).toBeGreaterThan(1270)
    expect(new Set(alarms.map((alarm) => alarm.split(' ')[0])).size).toBeLessThan(
      domains.length * 0.04,
    )
  })

  it('are at most 4 in 100,000 pairs of services', () => {
    expect(alarms.length).toBeLessThan((domains.length * domains.length * 4) / 100_000)
  })
})
