import { describe, expect, it } from 'vitest'
import { registrableDomain } from '@/utils/sites/domain'
import { hostsFor } from '@/utils/sites/known/hosts-for'
import { loginServices } from '@/utils/sites/known/table'
import { parseOrigin } from '@/utils/sites/origin'
import { sharedSuffixes } from '@/utils/sites/shared-suffixes'
import { userHosts } from '../../../../fixtures/user-hosts'

const rows: readonly (readonly [setUp: string, ...login: string[]])[] = [
  ['myaccount.google.com', 'accounts.google.com'],
  ['mysignins.microsoft.com', 'login.microsoftonline.com', 'login.live.com'],
  ['account.live.com', 'login.microsoftonline.com', 'login.live.com'],
  ['login.live.com', 'login.microsoftonline.com'],
  ['account.apple.com', 'idmsa.apple.com'],
  ['amazon.de', 'www.amazon.de'],
  ['console.aws.amazon.com', 'signin.aws.amazon.com', 'us-east-1.signin.aws.amazon.com'],
  [
    'eu-west-1.console.aws.amazon.com',
    'signin.aws.amazon.com',
    'eu-west-1.signin.aws.amazon.com',
    'us-east-1.signin.aws.amazon.com',
  ],
  [
    '123456789012-abcd1234.eu-west-1.console.aws.amazon.com',
    'signin.aws.amazon.com',
    'eu-west-1.signin.aws.amazon.com',
    'us-east-1.signin.aws.amazon.com',
  ],
  ['eu-west-1.signin.aws.amazon.com', 'signin.aws.amazon.com', 'us-east-1.signin.aws.amazon.com'],
  ['bitbucket.org', 'id.atlassian.com'],
  ['acme.atlassian.net', 'id.atlassian.com'],
  ['acme-admin.okta.com', 'acme.okta.com'],
  ['acme.okta.com', 'acme-admin.okta.com'],
  ['manage.auth0.com', 'auth0.auth0.com'],
  ['us19.admin.mailchimp.com', 'login.mailchimp.com'],
  ['acme.lightning.force.com', 'acme.my.salesforce.com', 'login.salesforce.com'],
  ['signin.ebay.de'],
  ['www.ebay.de', 'signin.ebay.de'],
  ['github.com'],
  ['discord.com', 'ptb.discord.com', 'canary.discord.com'],
  // Unknown, and what only looks known.
  ['example.org'],
  ['mallory.example.org'],
  ['www.okta.com'],
  ['login.okta.com'],
  ['a.b.okta.com'],
  ['mallory.console.aws.amazon.com'],
  ['eu-west-9.signin.aws.amazon.com'],
  ['eu-west-1.console.aws.amazon.com.evil.example'],
  ['eu-west-1xconsole.aws.amazon.com'],
  ['acme.atlassian.net.evil.example'],
  ['myaccount.google.com.evil.example'],
]

describe('hostsFor', () => {
  it.each(rows)('set up on %s, codes are asked for elsewhere too', (setUp, ...login) => {
    expect(hostsFor(`https://${setUp}`)).toEqual(login.map((host) => `https://${host}`))
  })

  it.each([
    'http://myaccount.google.com',
    'https://myaccount.google.com:8443',
    'https://myaccount.google.com.',
    'https://user@myaccount.google.com',
    'http://localhost:8080',
    'myaccount.google.com',
    'null',
    '',
  ])('knows nothing of %j', (origin) => {
    expect(hostsFor(origin)).toEqual([])
  })

  it('reads origins as browsers write them and as people do', () => {
    expect(hostsFor('https://MyAccount.Google.com:443')).toEqual(['https://accounts.google.com'])
  })
})

describe('the login hosts kept by hand', () => {
  const hosts = loginServices.flatMap(({ login, setUp }) => [...login, ...setUp])

  it('are those of at least 100 services', () => {
    expect(loginServices.length).toBeGreaterThanOrEqual(100)
  })

  it('are each in one service only', () => {
    expect(hosts.length).toBe(new Set(hosts).size)
  })

  it('are host names that codes may go to, over https', () => {
    for (const host of hosts) expect(parseOrigin(`https://${host}`)).toBe(`https://${host}`)
  })

  it('lie below a registrable domain, or are the very host of one who shares theirs', () => {
    const own = new Set(['carrd.co', 'eu.pythonanywhere.com'])
    for (const host of hosts)
      expect([host, registrableDomain(host) !== null || own.has(host)]).toEqual([host, true])
  })

  it('are never a host that someone else could have', () => {
    for (const [host] of userHosts) expect(hosts).not.toContain(host)
  })
})

describe('an attacker who has a host at a well-known service', () => {
  const attackers = userHosts.map(([host]) => `https://${host}`)

  it.each(userHosts)('%s is never offered to who set up at %s', (host, owner) => {
    expect(hostsFor(`https://${owner}`)).not.toContain(`https://${host}`)
  })

  // One who shows a QR code there gets hosts of the service and its own, never another customer's.
  it.each(attackers)('from %s only leads to the service itself', (origin) => {
    for (const other of hostsFor(origin)) {
      const host = other.slice('https://'.length)
      const domain = registrableDomain(host) ?? ''
      const isCustomers = [...sharedSuffixes].some((suffix) => domain.endsWith(`.${suffix}`))
      const isService = loginServices.some(({ login }) => login.includes(host))
      expect([other, isCustomers && !host.includes('mallory') && !isService]).toEqual([
        other,
        false,
      ])
    }
  })
})
