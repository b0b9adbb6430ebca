// @vitest-environment happy-dom
import { act, cleanup, configure, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clearToasts } from '@/components/ui/toasts'
import type { Site } from '@/utils/vault/document'
import { anAccount, documentOf } from '../../model/fake-vault'
import { reading } from '../../model/reading'
import { here } from './fake-services'
import { click, openPopup, textOf } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
beforeEach(clearToasts)
afterEach(cleanup)

const home: Site = { origin: 'https://www.example.org', match: 'origin', fill: 'arrival' }
const mine = anAccount({ id: 'mine', issuer: 'Example', sites: [home] })
const other = anAccount({ id: 'other', issuer: 'Other' })
const related = {
  relationTo: (_: string, bound: readonly string[]) =>
    bound.includes(home.origin) ? { bound: home.origin, kind: 'domain' as const } : null,
  wideningsOf: () => [
    { kind: 'domain' as const, domain: 'example.org', site: { ...home, match: 'domain' as const } },
  ],
}
const alike = {
  lookAlikeOf: (_: string, bound: readonly string[]) =>
    bound.includes('www.example.org') ? { bound: 'www.example.org', why: 'typo' as const } : null,
}
const open = (facts: object, more: Parameters<typeof openPopup>[0] = {}) =>
  openPopup({
    password: 'right',
    unlocked: true,
    document: documentOf(mine, other),
    facts,
    ...more,
  })
const rowOf = (id: string) =>
  within(screen.getByTestId('account-list'))
    .getAllByTestId('account-row')
    .find((row) => row.getAttribute('data-account-id') === id)
const copyFrom = (id: string) =>
  act(async () => rowOf(id)?.querySelector<HTMLElement>('button')?.click())

test('on another host of a bound site one click adds exactly this host, and fills', async () => {
  const { log, fake } = await open(related, {
    site: { loadRegistrableDomain: async () => () => 'example.org' },
  })
  const card = await screen.findByTestId('related')
  expect(card.textContent).toContain('www.example.org')
  expect(card.textContent).toContain(here.host)
  click('fill-and-remember')
  await waitFor(() => expect(log).toEqual(['fill 7 mine']))
  expect(fake.document.accounts[0]?.sites).toEqual([home, { ...home, origin: here.origin }])
  expect(screen.queryByTestId('related')).toBeNull()
})

test('the whole domain is a click of its own, said in one sentence and off until then', async () => {
  const { log, fake } = await open(related, {
    site: { loadRegistrableDomain: async () => () => 'example.org' },
  })
  const button = await screen.findByTestId('fill-whole-domain')
  expect(button.closest('details')?.open).toBe(false)
  await act(async () => button.click())
  await waitFor(() => expect(log).toEqual(['fill 7 mine']))
  expect(fake.document.accounts[0]?.sites).toEqual([{ ...home, match: 'domain' }])
})

test('nothing is offered for an account that has nothing to do with the page', async () => {
  await open({})
  await waitFor(() => expect(screen.getAllByTestId('use-here')).toHaveLength(2))
  expect(screen.queryByTestId('nearby')).toBeNull()
})

test('on a double both hosts are named, and its account is offered neither here nor below', async () => {
  await open(alike)
  await screen.findByTestId('look-alike')
  expect([textOf('alike-here'), textOf('alike-bound')]).toEqual([here.host, 'www.example.org'])
  expect(screen.queryByTestId('fill-and-remember')).toBeNull()
  expect(rowOf('mine')?.querySelector('[data-testid=use-here]')).toBeNull()
  expect(rowOf('other')?.querySelector('[data-testid=use-here]')).not.toBeNull()
})

test('copying there asks first, naming both hosts; only "anyway" copies', async () => {
  const { log } = await open(alike)
  await screen.findByTestId('look-alike')
  await copyFrom('mine')
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain(here.host)
  expect(dialog.textContent).toContain('www.example.org')
  await act(async () => screen.getByTestId('copy-not').click())
  expect(log).toEqual([])
  await copyFrom('mine')
  await act(async () => (await screen.findByTestId('copy-anyway')).click())
  await waitFor(() => expect(log).toHaveLength(1))
  await copyFrom('other')
  await waitFor(() => expect(log).toHaveLength(2))
})

// The attack: a click that is quicker than the list of domains.
test('a copy that comes before it is known whether the page is a double waits for that', async () => {
  let resolve = (): void => undefined
  const promise = new Promise<void>((told) => {
    resolve = told
  })
  const { log } = await open(alike, {
    site: {
      loadNearby: async () => {
        await promise
        return () => ({ related: [], alike: new Map([['mine', 'www.example.org']]) })
      },
    },
  })
  await copyFrom('mine')
  expect(log).toEqual([])
  expect(screen.queryByTestId('use-here')).toBeNull()
  resolve()
  await screen.findByTestId('copy-not')
  expect(log).toEqual([])
})

// The attack: a double shows the set-up code of an account, so that it is bound to the double.
test('a set-up code that a double shows binds its account to nothing', async () => {
  const uri = 'otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP&issuer=Example'
  const { parameters } = mine
  if (parameters.type === 'hotp') throw new Error('the account counts by time')
  const shown = uri.replace('JBSWY3DPEHPK3PXP', parameters.secretBase32)
  await open(alike, { site: { scan: async () => reading(shown) } })
  await screen.findByTestId('found-account')
  await screen.findByTestId('look-alike')
  expect(screen.queryByTestId('bind-site')).toBeNull()
  cleanup()
  await open({}, { site: { scan: async () => reading(shown) } })
  expect(await screen.findByTestId('bind-site')).toBeTruthy()
})
