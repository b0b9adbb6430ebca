// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { t } from '@/components/i18n'
import { ServicesProvider } from '@/components/screens/manage/services'
import { SitesScreen } from '@/components/screens/manage/sites/SitesScreen'
import { clearToasts } from '@/components/ui/toasts'
import type { Account, Site } from '@/utils/vault/document'
import { anAccount, documentOf } from '../../../model/fake-vault'
import { noFacts } from '../../../model/no-facts'
import { fakeServices, nowMs } from '../fake-services'

beforeEach(clearToasts)
afterEach(cleanup)

const site: Site = { origin: 'https://login.example.org', match: 'origin', fill: 'arrival' }
const bound = anAccount({ id: 'a', issuer: 'Example', sites: [site] })
const github = anAccount({ id: 'g', issuer: 'GitHub', sites: [] })
const gitlab = anAccount({ id: 'l', issuer: 'GitLab', sites: [] })
const facts = {
  ...noFacts,
  siteOf: (issuer: string) =>
    issuer.startsWith('Git')
      ? { name: issuer, origins: [`https://${issuer.toLowerCase()}.com`] }
      : null,
  appendsCode: (origin: string) => origin === site.origin,
  wideningsOf: () => [
    { kind: 'domain' as const, domain: 'example.org', site: { ...site, match: 'domain' as const } },
  ],
}

async function open(accounts: Account[], granted: readonly string[] = []) {
  const asked: (readonly string[])[] = []
  const made = fakeServices(
    { password: 'right', document: documentOf(...accounts) },
    {
      siteFacts: async () => facts,
      sites: {
        list: async () => granted,
        request: async (origins) => {
          asked.push(origins)
          return true
        },
        revoke: async () => true,
        watch: () => () => undefined,
      },
    },
  )
  await made.services.vault.unlock('right', nowMs)
  await made.services.model.open()
  render(
    <ServicesProvider value={made.services}>
      <SitesScreen />
    </ServicesProvider>,
  )
  const sitesOf = (id: string) => made.fake.document.accounts.find((each) => each.id === id)?.sites
  return { ...made, asked, sitesOf }
}
const clickOn = (element: HTMLElement | undefined) => act(async () => element?.click())

test('what should be filled and is not allowed says so, and asks again when it is clicked', async () => {
  const { asked } = await open([bound])
  const row = await screen.findByTestId('site-row')
  expect(row.getAttribute('data-state')).toBe('misses')
  expect(row.textContent).toContain(t('manage_site_misses'))
  await clickOn(screen.getByTestId('allow-site'))
  expect(asked).toEqual([[site.origin]])
})

test('when to fill, submitting and widening are saved at once, and can be taken back', async () => {
  const { sitesOf } = await open([bound], [site.origin])
  fireEvent.change(await screen.findByTestId('site-fill'), { target: { value: 'never' } })
  await waitFor(() => expect(sitesOf('a')).toEqual([{ ...site, fill: 'never' }]))
  await clickOn(screen.getByTestId('site-submit'))
  await clickOn(await screen.findByTestId('site-whole-domain'))
  const changed = { ...site, fill: 'never', submit: true, match: 'domain' }
  await waitFor(() => expect(sitesOf('a')).toEqual([changed]))
  await clickOn(screen.getByTestId('site-whole-domain'))
  await waitFor(() => expect(sitesOf('a')).toEqual([{ ...changed, match: 'origin' }]))
  await clickOn(screen.getByTestId('unbind-site'))
  await waitFor(() => expect(sitesOf('a')).toEqual([]))
})

test('a field that was pointed out is named and can be forgotten', async () => {
  const pointed = { ...site, field: { label: 'Security code', name: 'otp' } }
  const { sitesOf } = await open([{ ...bound, sites: [pointed] }])
  expect((await screen.findByTestId('pointed-field')).textContent).toContain('Security code')
  await clickOn(screen.getByTestId('forget-field'))
  await waitFor(() => expect(sitesOf('a')).toEqual([site]))
})

test('a site that wants the code behind the password is named', async () => {
  await open([bound])
  expect(await screen.findByText(t('append_code'))).toBeTruthy()
})

test('a proposed site holds only once it is accepted, one by one', async () => {
  const { asked, sitesOf } = await open([github, gitlab, bound])
  const [first] = await screen.findAllByTestId('accept-proposal')
  expect([sitesOf('g'), sitesOf('l'), asked]).toEqual([[], [], []])
  await clickOn(first)
  expect(asked).toEqual([['https://github.com']])
  await waitFor(() => expect(sitesOf('g')).toEqual([{ ...site, origin: 'https://github.com' }]))
  expect(sitesOf('l')).toEqual([])
})

test('all proposed sites are accepted together, in one request', async () => {
  const { asked, sitesOf } = await open([github, gitlab])
  await clickOn(await screen.findByTestId('accept-all'))
  expect(asked).toEqual([['https://github.com', 'https://gitlab.com']])
  await waitFor(() => expect(sitesOf('l')).toEqual([{ ...site, origin: 'https://gitlab.com' }]))
  expect(screen.queryByTestId('proposal')).toBeNull()
})
