import { expect, it } from 'vitest'
import { registrableDomain } from '@/utils/sites/domain'
import { userHosts } from '../../../fixtures/user-hosts'

it.each([
  ['www.example.org', 'example.org'],
  ['a.b.example.co.uk', 'example.co.uk'],
  ['blog.alice.github.io', 'alice.github.io'],
  ['github.io', null],
  ['192.168.1.1', null],
  ['[2001:db8::1]', null],
  ['localhost', null],
  // What the public suffix list does not know.
  ['acme.zendesk.com', 'acme.zendesk.com'],
  ['a.acme.zendesk.com', 'acme.zendesk.com'],
  ['zendesk.com', 'zendesk.com'],
  ['www.zendesk.com', 'zendesk.com'],
  ['acme.eu.auth0.com', 'acme.eu.auth0.com'],
  ['acme.my.salesforce.com', 'acme.my.salesforce.com'],
  ['sites.google.com', 'sites.google.com'],
  ['mail.google.com', 'google.com'],
  ['vm.westeurope.cloudapp.azure.com', 'vm.westeurope.cloudapp.azure.com'],
  ['portal.azure.com', 'azure.com'],
  ['evilzendesk.com', 'evilzendesk.com'],
])('the registrable domain of %s is %s', (host, domain) => {
  expect(registrableDomain(host)).toBe(domain)
})

it.each(userHosts)('%s is not of the domain of %s', (host, owner) => {
  const domain = registrableDomain(host)
  expect(domain === null || domain !== registrableDomain(owner)).toBe(true)
})
