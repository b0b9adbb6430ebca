import { beforeAll, describe, expect, it } from 'vitest'
import { sharesLogin } from '@/utils/sites/known/shares-login'
import { loginServices, tableServices } from '@/utils/sites/known/table'
import { guardOf, type LookAlike, type LookAlikeReason, resembles } from '@/utils/sites/look-alike'
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
    // All of it is Cyrillic.
    ['xn--80ak6aa92e.com', 'apple.com', 'punycode'],
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
  // In groups, so that a host is asked about all domains but those of its own group.
  const groups = 20
  let guards: readonly ((host: string) => LookAlike | null)[]

  beforeAll(() => {
    guards = Array.from({ length: groups }, (_, group) =>
      guardOf(
        domains.filter((_, at) => at % groups === group),
        sharesLogin,
      ),
    )
  })

  const alarmsFor = (host: string, ownGroup: number | null): string[] =>
    guards.flatMap((guard, group) => {
      const found = group === ownGroup ? null : guard(host)
      return found === null ? [] : [`${host} for ${found.bound}`]
    })

  it('are at most 4 in 100 services, were one bound to all others, and 4 in 100,000 pairs', () => {
    const alarms = domains.flatMap((host, at) => alarmsFor(host, at % groups))
    const alarming = new Set(alarms.map((alarm) => alarm.split(' ')[0]))
    expect(domains.length).toBeGreaterThan(1270)
    expect(alarming.size / domains.length).toBeLessThan(0.04)
    expect(alarms.length / domains.length ** 2).toBeLessThan(4 / 100_000)
  }, 120_000)

  it('are at most 2 in 100 of the hosts where well-known services log in', () => {
    const hosts = loginServices.flatMap(({ login, setUp }) => [...login, ...setUp])
    const alarming = hosts.filter((host) => alarmsFor(host, null).length > 0)
    expect(alarming.length / hosts.length).toBeLessThan(0.02)
  }, 120_000)
})
