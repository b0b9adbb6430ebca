import { expect, it } from 'vitest'
import { sharesLogin } from '@/utils/sites/known/shares-login'
import { userHosts } from '../../../../fixtures/user-hosts'

it.each([
  ['www.amazon.de', 'www.amazon.com'],
  ['www.amazon.com', 'www.amazon.de'],
  ['accounts.google.com', 'www.google.co.uk'],
  ['signin.ebay.fr', 'signin.ebay.com'],
  ['www.wiktionary.org', 'en.wikipedia.org'],
  ['www.codecanyon.net', 'themeforest.net'],
  ['nordaccount.com', 'nordvpn.com'],
  ['console.hetzner.cloud', 'accounts.hetzner.com'],
])('on %s, a login of %s is asked for too', (host, bound) => {
  expect(sharesLogin(host, bound)).toBe(true)
})

it.each([
  ['github.com', 'gitlab.com'],
  ['amazon.de.evil.example', 'www.amazon.de'],
  ['www.yahoo.co.jp', 'login.yahoo.com'],
  ['example.org', 'example.org'],
  ['localhost', 'localhost'],
  // One way only: what was given up may be someone else's some day.
  ['letsdeel.com', 'deel.com'],
  ['discordapp.com', 'discord.com'],
  ['twitter.com', 'wise.com'],
])('on %s, a login of %s is not', (host, bound) => {
  expect(sharesLogin(host, bound)).toBe(false)
})

it('what was given up still leads to its successor', () => {
  expect(sharesLogin('deel.com', 'letsdeel.com')).toBe(true)
})

// A host of someone else must never pass for a sibling of the service it lies below.
it.each(userHosts)('never on %s for %s', (host, owner) => {
  expect(sharesLogin(host, owner)).toBe(false)
})
