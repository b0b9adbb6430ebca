// @vitest-environment happy-dom
import { setTimeout as sleep } from 'node:timers/promises'
import {
  act,
  cleanup,
  configure,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { hostInSentence, inSentence } from '@/components/account/in-sentence'
import { t } from '@/components/i18n'
import { clearToasts } from '@/components/ui/toasts'
import type { FillWait } from '@/utils/messages/contract'
import type { Site } from '@/utils/vault/document'
import { anAccount, documentOf } from '../../model/fake-vault'
import { here, nowMs } from './fake-services'
import { click, openPopup, textOf, type } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
beforeEach(clearToasts)
afterEach(cleanup)

const boundHere: Site = { origin: here.origin, match: 'origin', fill: 'arrival' }
const bound = anAccount({ id: 'here', issuer: 'Here', sites: [boundHere] })
const other = anAccount({ id: 'other', issuer: 'Other' })
const open = (accounts = [bound, other], more: Parameters<typeof openPopup>[0] = {}) =>
  openPopup({ password: 'right', unlocked: true, document: documentOf(...accounts), ...more })
const rows = () =>
  screen.getAllByTestId('account-row').map((row) => row.getAttribute('data-account-id'))

test('an empty vault says how it fills', async () => {
  await open([])
  expect(await screen.findByText(t('popup_none'))).toBeTruthy()
})

test('the accounts of this site stand first, each account once', async () => {
  await open([anAccount({ id: 'a', issuer: 'Aaa' }), bound, other])
  expect(rows()).toEqual(['here', 'a', 'other'])
})

test('filling goes to the tab in front, and then the popup makes way', async () => {
  const { log } = await open()
  click('fill-code')
  await waitFor(() => expect(log).toEqual(['fill 7 here', 'close']))
})

test.each([
  [{ kind: 'no-field' } as const, t('fill_no_field', hostInSentence(here.host))],
  [
    { kind: 'other-site', host: 'evil.example' } as const,
    t('fill_other_site', hostInSentence('evil.example')),
  ],
])('a fill that ends with %j is told, and the popup stays', async (fill, sentence) => {
  const { log } = await open([bound], { fill })
  click('fill-code')
  expect(await screen.findByText(sentence)).toBeTruthy()
  expect(log).toEqual(['fill 7 here'])
})

describe('a code that has to wait', () => {
  const wait = (changes: Partial<FillWait> = {}): FillWait => ({
    kind: 'wait',
    why: 'used',
    untilMs: nowMs + 3_000,
    isLong: false,
    ...changes,
  })

  it.each([
    ['used', t('fill_wait_used')],
    ['short', t('fill_wait_short')],
  ] as const)('is waited for by the background; because it is %s', async (why, sentence) => {
    const { log } = await open([bound], { fill: wait({ why }) })
    click('fill-code')
    await screen.findByText(sentence)
    expect(textOf('fill-code')).toBe(t('fill_in', 3))
    expect(log).toEqual(['fill 7 here', 'fill 7 here wait'])
    click('fill-code')
    expect(log).toHaveLength(2)
  })

  it('says when it is filled, and makes way', async () => {
    const filledLater = Promise.resolve({ kind: 'filled' } as const)
    const { log } = await open([bound], { fill: wait(), filledLater })
    click('fill-code')
    await waitFor(() => expect(log.at(-1)).toBe('close'))
    expect(textOf('fill-code')).toBe(t('fill_done'))
  })

  it('is used now where the user says so', async () => {
    const { log } = await open([bound], { fill: wait() })
    click('fill-code')
    await screen.findByTestId('fill-now')
    click('fill-now')
    await waitFor(() => expect(log.at(-1)).toBe('close'))
    expect(log).toContain('fill 7 here now')
  })

  it('is not waited for when that takes long, and says how long', async () => {
    const long = wait({ untilMs: nowMs + 12 * 60_000, isLong: true })
    const { log } = await open([bound], { fill: long })
    click('fill-code')
    await screen.findByText(t('fill_wait_long', 12))
    expect(textOf('fill-code')).toBe(t('fill_code'))
    expect(log).toEqual(['fill 7 here'])
  })

  it('tells when it was typed elsewhere meanwhile', async () => {
    const filledLater = Promise.resolve({ kind: 'overtaken' } as const)
    await open([bound], { fill: wait(), filledLater })
    click('fill-code')
    await screen.findByText(t('fill_overtaken'))
    expect(textOf('fill-code')).toBe(t('fill_code'))
  })
})

test('a page that asked again says what to check, and leaves the fill to the user', async () => {
  const { log } = await open([bound], { site: { wasRefused: async (tabId) => tabId === 7 } })
  await screen.findByText(t('refused_title'))
  expect(textOf('fill-code')).toBe(t('fill_anyway'))
  click('compare-clock')
  expect(log).toEqual(['manage settings'])
})

test('why nothing is filled by itself where the name of somebody else was typed', async () => {
  const mine = { ...bound, label: 'ada@example.org' }
  const site = { waitsForCode: async () => true }
  await open([mine], { site, userName: 'bob@example.org' })
  const notice = await screen.findByTestId('other-name')
  expect(notice.textContent).toBe(t('other_name_text', inSentence('bob@example.org')))
  cleanup()
  await open([mine], { site, userName: 'ada@example.org' })
  await screen.findByTestId('fill-code')
  await sleep(100)
  expect(screen.queryByTestId('other-name')).toBeNull()
})

test('an account that is never filled here has no button for it', async () => {
  await open([anAccount({ sites: [{ ...boundHere, fill: 'never' }] })])
  expect(screen.queryByTestId('fill-code')).toBeNull()
  expect(screen.getByTestId('copy-code')).toBeTruthy()
})

test.each([
  ['never', false, false],
  ['request', true, false],
  ['arrival', true, true],
] as const)(
  'a whole domain that is filled %s is judged on another host of it as the background does',
  async (fill, button, offered) => {
    const wide: Site = { origin: 'https://example.org', match: 'domain', fill }
    const loadRegistrableDomain = async () => () => 'example.org'
    await open([anAccount({ sites: [wide] })], { site: { loadRegistrableDomain } })
    await screen.findByTestId('site-accounts')
    expect(screen.queryByTestId('fill-code') !== null).toBe(button)
    expect(screen.queryByTestId('allow-here') !== null).toBe(offered)
  },
)

test('a site that is allowed is not offered again', async () => {
  await open([bound], { site: { hasOrigin: async () => true } })
  expect(screen.queryByTestId('allow-here')).toBeNull()
})

test('the first button of this site has the focus, so that Enter fills', async () => {
  await open()
  expect(document.activeElement).toBe(screen.getByTestId('fill-code'))
})

test('a click on a row copies its code and says for how long', async () => {
  const { log } = await open([other])
  const row = screen.getByTestId('account-row')
  const code = within(row).getByTestId('code').textContent
  await act(async () => within(row).getAllByRole('button')[0]?.click())
  expect(log).toEqual([`copy ${code}`])
  await waitFor(() => expect(row.textContent).toContain(t('account_copied')))
  expect(screen.getByTestId('toast').textContent).toContain(t('account_copied_for', 30))
})

test('a counter code is not spent by looking; taking it moves the counter first', async () => {
  const counter = anAccount({
    parameters: {
      type: 'hotp',
      secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      algorithm: 'SHA1',
      digits: 6,
      counter: 0,
    },
  })
  const { fake, log } = await open([counter])
  const row = screen.getByTestId('account-row')
  expect(within(row).queryByTestId('code')).toBeNull()
  await act(async () => within(row).getAllByRole('button')[0]?.click())
  // RFC 4226 appendix D, count 0.
  await waitFor(() => expect(log).toEqual(['copy 755224']))
  expect(fake.document.accounts[0]?.parameters).toMatchObject({ counter: 1 })
})

test('search looks through all accounts, those of this site too', async () => {
  await open()
  type('search', 'here')
  await waitFor(() => expect(rows()).toEqual(['here']))
  type('search', 'nothing like it')
  expect(await screen.findByText(t('search_nothing'))).toBeTruthy()
})

test('typing anywhere starts the search', async () => {
  await open()
  fireEvent.keyDown(document.body, { key: 'o' })
  expect(document.activeElement).toBe(screen.getByTestId('search'))
})

test('Escape empties the search before it does anything else', async () => {
  await open()
  type('search', 'other')
  const pressed = fireEvent.keyDown(screen.getByTestId('search'), { key: 'Escape' })
  expect(pressed).toBe(false)
  await waitFor(() => expect(rows()).toHaveLength(2))
})

test('deleting can be undone', async () => {
  const { fake } = await open([other])
  click('delete-account')
  await waitFor(() => expect(screen.queryByTestId('account-row')).toBeNull())
  fireEvent.click(await screen.findByTestId('undo'))
  await screen.findByTestId('account-row')
  expect(fake.document.accounts[0]?.deletedAtMs).toBeNull()
})

test('using an account on this site names the host and binds exactly it', async () => {
  const { fake, log } = await open([other])
  click('use-here')
  const button = await screen.findByTestId('bind-site')
  expect((await screen.findByRole('dialog')).textContent).toContain('login.example.org')
  fireEvent.click(button)
  expect(log).toEqual(['save', `request ${here.origin}`])
  await screen.findByTestId('fill-code')
  expect(fake.document.accounts[0]?.sites).toEqual([boundHere])
})

test('names from outside cannot turn the text around or hide in it', async () => {
  await open([anAccount({ issuer: 'Pay\u202Elap', label: '<img src=x>' })])
  expect(textOf('issuer')).toBe('PayU+202Elap')
  expect(screen.getByTestId('issuer').tagName).toBe('BDI')
  expect(textOf('label')).toBe('<img src=x>')
})

test('of a thousand accounts only those in the window are rendered', async () => {
  await open(Array.from({ length: 1000 }, (_, n) => anAccount({ id: `a${n}` })))
  expect(rows().length).toBeLessThan(30)
})
