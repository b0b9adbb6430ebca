import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOf } from '@/utils/sites/known/issuer-key'
import { noSingleSite } from '@/utils/sites/known/no-single-site'
import { siteOf } from '@/utils/sites/known/site-of'
import { tableServices } from '@/utils/sites/known/table'
import { parseOrigin } from '@/utils/sites/origin'

const github = ['GitHub', 'https://github.com'] as const
const google = ['Google', 'https://accounts.google.com'] as const
const microsoft = ['Microsoft', 'https://login.live.com'] as const
const aws = ['Amazon Web Services', 'https://signin.aws.amazon.com'] as const

describe('siteOf', () => {
  it.each([
    // Case, punctuation, accents, and what companies are called.
    ['GitHub', ...github],
    ['github', ...github],
    [' GITHUB ', ...github],
    ['Git-Hub', ...github],
    ['GitHub, Inc.', ...github],
    ['Google Inc', ...google],
    ['Google LLC', ...google],
    ['Google Account', ...google],
    ['Aeza', 'Aéza', 'https://aeza.net'],
    ['Ｇｉｔｈｕｂ', ...github],
    // The account's name behind the service's.
    ['GitHub:alice', ...github],
    ['GitHub: alice@example.org', ...github],
    ['Google:alice@gmail.com', ...google],
    ['GitHub - work', ...github],
    ['GitHub | alice', ...github],
    ['GitHub (work)', ...github],
    ['GitHub [alice]', ...github],
    ['GitHub #12345', ...github],
    ['AWS 123456789012', ...aws],
    ['Amazon Web Services:root-account-mfa-device@123456789012', ...aws],
    // Names of the same service.
    ['Gmail', ...google],
    ['YouTube', ...google],
    ['Outlook', ...microsoft],
    ['Xbox Live', ...microsoft],
    ['Microsoft Account', ...microsoft],
    ['AWS', ...aws],
    ['Twitter', 'X (Twitter)', 'https://x.com'],
    ['PSN', 'Playstation Network', 'https://my.account.sony.com'],
    ['OVHcloud', 'OVH', 'https://www.ovh.com'],
    ['ChatGPT', 'OpenAI (ChatGPT)', 'https://auth.openai.com'],
    ['YNAB', 'YNAB (You Need A Budget)', 'https://ynab.com'],
    // Names with digits of their own.
    ['Trading 212', 'Trading 212', 'https://www.trading212.com'],
    ['15Five', '15Five', 'https://15five.com'],
    ['Amazon.de', 'Amazon.de', 'https://www.amazon.de'],
    // Hosts.
    ['github.com', ...github],
    ['www.github.com', ...github],
    ['https://github.com/', ...github],
    ['accounts.google.com', ...google],
    ['asana.com', 'Asana', 'https://app.asana.com'],
    ['acme.okta.com', 'acme.okta.com', 'https://acme.okta.com'],
    ['git.example.org', 'git.example.org', 'https://git.example.org'],
    ['Asana', 'Asana', 'https://app.asana.com'],
    ['Wykop', 'Wykop', 'https://wykop.pl'],
  ])('takes the issuer %j for %s', (issuer, name, origin) => {
    expect(siteOf(issuer)).toMatchObject({ name, origins: expect.arrayContaining([origin]) })
  })

  it.each([
    '',
    ' ',
    ':',
    '.',
    'com',
    'co.uk',
    'github.io',
    'Homebridge 1A:2B',
    'Homebridge 1A:2B:3C:4D',
    'alice@example.org',
    'GitHub Enterprise',
    'My GitHub',
    'GitHubs',
    'GMX',
    'Okta',
    'Mastodon',
    'WordPress',
    'Home Assistant',
    'server.local',
    'http://github.com',
    'javascript:alert(1)',
    'github.com.',
    '192.168.1.1',
    'constructor',
    '__proto__',
  ])('is not sure what %j names', (issuer) => {
    expect(siteOf(issuer)).toBeNull()
  })

  it('knows every service of the table that has one site', () => {
    const without = new Set(noSingleSite.map(keyOf))
    const lost = tableServices.filter(
      ({ name }) => (siteOf(name) === null) !== without.has(keyOf(name)),
    )
    expect(lost).toEqual([])
    expect(tableServices.length).toBeGreaterThan(1270)
  })

  it('proposes only origins that codes may go to, at most four', () => {
    for (const { name, domains } of tableServices) {
      for (const issuer of [name, ...domains]) {
        const { origins } = siteOf(issuer) ?? { origins: [] }
        expect(origins.length).toBeLessThanOrEqual(4)
        for (const origin of origins) expect(parseOrigin(origin)).toBe(origin)
      }
    }
  })

  it('reads whatever a file calls an issuer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (issuer) => {
        const site = siteOf(issuer)
        for (const origin of site?.origins ?? []) expect(parseOrigin(origin)).toBe(origin)
      }),
    )
  })
})
