// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { errorText, t } from '@/components/i18n'
import { AppError } from '@/utils/errors/app-error'
import { digitsOf } from '@/utils/otp/code-shape'
import type { Site, VaultDocument } from '@/utils/vault/document'
import { anAccount, documentOf } from '../../model/fake-vault'
import { reading } from '../../model/reading'
import { here, nowMs } from './fake-services'
import { click, openPopup, textOf, type } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const uri = 'otpauth://totp/Example:ada%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Example'
const otherSecret = uri.replace('JBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQ')
const otherDigits = `${uri}&digits=8`
const boundHere: Site = { origin: here.origin, match: 'origin', fill: 'arrival' }
const open = (payloads: readonly string[], more: Parameters<typeof openPopup>[0] = {}) =>
  openPopup({
    password: 'right',
    unlocked: true,
    site: { scan: async () => reading(...payloads) },
    ...more,
  })
const whenReady = () => screen.findAllByTestId('save-account')
const openEdit = async () => {
  click('edit-found')
  await screen.findByTestId('save-form')
}
const submit = () => {
  const form = screen.getByTestId('save-form').closest('form')
  if (form) fireEvent.submit(form)
}

test('the account on the page shows by itself, with name, code and host', async () => {
  await open([uri])
  const card = await screen.findByTestId('found-account')
  expect(card.textContent).toContain('Example')
  expect(card.textContent).toContain('ada@example.org')
  expect(card.textContent).toContain('login.example.org')
  expect(textOf('code')).toMatch(/^\d{6}$/)
})

test('the only account has the focus on its button; of several, none has', async () => {
  await open([uri])
  const [only] = await whenReady()
  expect(document.activeElement).toBe(only)
  cleanup()
  await open([uri, otherSecret.replaceAll('Example', 'Another')])
  expect(await whenReady()).toHaveLength(2)
  expect(document.activeElement).toBe(document.body)
})

test('of two, the one that is left when the other was saved does not get the focus', async () => {
  const { fake } = await open([uri, otherSecret.replaceAll('Example', 'Another')])
  expect(await whenReady()).toHaveLength(2)
  click('save-account')
  await waitFor(() => expect(fake.document.accounts).toHaveLength(1))
  await waitFor(() => expect(screen.getAllByTestId('save-account')).toHaveLength(1))
  const fill = await screen.findByTestId('fill-code')
  await waitFor(() => expect(document.activeElement).toBe(fill))
})

test('one click saves and asks for the site, in this order and without waiting', async () => {
  const { log, fake } = await open([uri])
  await whenReady()
  click('save-account')
  expect(log).toEqual(['save', `request ${here.origin}`])
  await screen.findByTestId('fill-code')
  expect(fake.document.accounts).toMatchObject([{ issuer: 'Example', sites: [boundHere] }])
})

test('without the tick nobody is asked, and the account is bound for filling on request', async () => {
  const { log, fake } = await open([uri])
  await whenReady()
  await act(async () => screen.getByTestId('allow-site').click())
  click('save-account')
  await screen.findByTestId('fill-code')
  expect(log).toEqual(['save'])
  expect(fake.document.accounts[0]?.sites).toEqual([{ ...boundHere, fill: 'request' }])
})

const knownHosts = { hostsFor: () => ['https://accounts.example.net', 'https://www.example.net'] }

test('known login hosts are listed, and one request asks for all that are ticked', async () => {
  const { log, fake } = await open([uri], { facts: knownHosts })
  const [, second] = await screen.findAllByTestId('allow-known')
  expect(screen.getByTestId('found-account').textContent).toContain('accounts.example.net')
  await act(async () => second?.click())
  click('save-account')
  await screen.findByTestId('fill-code')
  expect(log).toEqual(['save', `request ${here.origin} https://accounts.example.net`])
  expect(fake.document.accounts[0]?.sites).toEqual([
    boundHere,
    { ...boundHere, origin: 'https://accounts.example.net' },
  ])
})

test('where no code may go to the page, the hosts of the issuer are offered instead', async () => {
  const { log, fake } = await open([uri], {
    facts: { siteOf: () => ({ name: 'Example', origins: ['https://example.net'] }) },
    site: {
      scan: async () => reading(uri),
      activeTab: async () => ({ ...here, url: 'http://login.example.org/', origin: null }),
    },
  })
  await screen.findByTestId('allow-known')
  click('save-account')
  await waitFor(() => expect(fake.document.accounts).toHaveLength(1))
  expect(log).toEqual(['save', 'request https://example.net'])
})

test('a refused site keeps the account and is offered again', async () => {
  const { log, fake } = await open([uri], { grants: false })
  await whenReady()
  click('save-account')
  const again = await screen.findByTestId('allow-here')
  expect(fake.document.accounts).toHaveLength(1)
  fireEvent.click(again)
  expect(log).toEqual(['save', `request ${here.origin}`, `request ${here.origin}`])
  await screen.findByText(errorText('permission-denied'))
})

test('a page that codes cannot go to binds nothing', async () => {
  const plain = { ...here, url: 'http://login.example.org/', origin: null }
  const { fake, log } = await open([uri], {
    site: { scan: async () => reading(uri), activeTab: async () => plain },
  })
  await whenReady()
  expect(screen.queryByTestId('allow-site')).toBeNull()
  click('save-account')
  await screen.findByTestId('account-row')
  expect([fake.document.accounts[0]?.sites, log]).toEqual([[], ['save']])
  expect(fake.document.accounts[0]).not.toHaveProperty('enrolment')
})

test('an account that is saved and bound here is said to be saved, and ready to fill', async () => {
  await open([uri], { document: documentOf(anAccount({ sites: [boundHere] })) })
  await screen.findByText(t('scan_all_saved'))
  expect(screen.queryByTestId('found-account')).toBeNull()
  expect(screen.getByTestId('fill-code')).toBeTruthy()
})

test('an account that is saved and not bound here can be used here', async () => {
  const { fake } = await open([uri], { document: documentOf(anAccount()) })
  const button = await screen.findByTestId('bind-site')
  expect(textOf('found-account')).toContain(t('found_saved'))
  fireEvent.click(button)
  await screen.findByTestId('fill-code')
  expect(fake.document.accounts).toMatchObject([{ id: 'a1', sites: [boundHere] }])
})

const secretsOf = ({ accounts }: VaultDocument) =>
  accounts.map(({ parameters, deletedAtMs }) =>
    deletedAtMs === null ? parameters.secretBase32 : `${parameters.secretBase32} in the trash`,
  )

test.each([
  ['bound to this site', [boundHere], 'found_stays'],
  ['of another site', [{ ...boundHere, origin: 'https://other.example' }], 'found_stays_apart'],
  ['of no site', [], 'found_stays_apart'],
] as const)(
  'another secret for the name of an account %s is a difference, and replaces nothing',
  async (_, sites, words) => {
    const { fake } = await open([otherSecret], {
      document: documentOf(anAccount({ sites: [...sites] })),
    })
    const difference = await screen.findByTestId('difference')
    expect(difference.textContent).toContain(t('found_difference'))
    expect(difference.textContent).toContain(t(words))
    expect(screen.queryByTestId('replace-secret')).toBeNull()
    click('save-account')
    await screen.findAllByTestId('fill-code')
    expect(secretsOf(fake.document)).toEqual(['JBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQ'])
    expect(fake.document.accounts[1]?.enrolment).toEqual({
      origin: here.origin,
      startedAtMs: nowMs,
    })
  },
)

test.each([
  ['keep-both', [6, 8]],
  ['replace-secret', [8, '6 in the trash']],
])('the same secret with other digits is a difference: %s leaves %j', async (choice, digits) => {
  const { fake } = await open([otherDigits], { document: documentOf(anAccount()) })
  await screen.findByTestId('difference')
  await act(async () => screen.getByTestId(choice).click())
  click('save-account')
  await screen.findByTestId('fill-code')
  const left = fake.document.accounts.map((account) =>
    account.deletedAtMs === null
      ? digitsOf(account.parameters)
      : `${digitsOf(account.parameters)} in the trash`,
  )
  expect(left).toEqual(digits)
})

test('editing before saving keeps the site and asks for it, in this order', async () => {
  const { fake, log } = await open([uri])
  await whenReady()
  await openEdit()
  type('field-label', 'grace')
  submit()
  await screen.findByTestId('fill-code')
  expect(log).toEqual(['save', `request ${here.origin}`])
  expect(fake.document.accounts).toMatchObject([{ label: 'grace', sites: [boundHere] }])
})

test('editing before saving asks for no site that was not ticked', async () => {
  const { fake, log } = await open([uri])
  await whenReady()
  await act(async () => screen.getByTestId('allow-site').click())
  await openEdit()
  submit()
  await screen.findByTestId('fill-code')
  expect(log).toEqual(['save'])
  expect(fake.document.accounts[0]?.sites).toEqual([{ ...boundHere, fill: 'request' }])
})

test('editing a replacement replaces, and keeps what the form does not show', async () => {
  const { fake } = await open([otherDigits], { document: documentOf(anAccount({ note: 'kept' })) })
  await screen.findByTestId('difference')
  await act(async () => screen.getByTestId('replace-secret').click())
  await openEdit()
  type('field-label', 'grace')
  submit()
  await screen.findByTestId('fill-code')
  const [replaced, ...trashed] = fake.document.accounts
  expect(replaced).toMatchObject({
    id: 'a1',
    label: 'grace',
    note: 'kept',
    sites: [boundHere],
    parameters: { digits: 8 },
  })
  expect(replaced).not.toHaveProperty('enrolment')
  expect(trashed).toMatchObject([{ parameters: { digits: 6 } }])
})

test('an edited replacement is still one after the popup was closed and opened', async () => {
  const drafts = new Map<string, string>()
  const world = { document: documentOf(anAccount()), drafts }
  const { view } = await open([otherDigits], world)
  await screen.findByTestId('difference')
  await act(async () => screen.getByTestId('replace-secret').click())
  await openEdit()
  type('field-label', 'grace')
  await waitFor(() => expect(drafts.get('popup')).toContain('grace'))
  view.unmount()
  const { fake } = await open([], world)
  await screen.findByTestId('save-form')
  submit()
  await screen.findByTestId('fill-code')
  expect(fake.document.accounts).toMatchObject([{ id: 'a1', label: 'grace' }, {}])
  expect(drafts.has('popup')).toBe(false)
})

test('what is edited and handed over is not come back to, even while the browser asks', async () => {
  const { drafts, services } = await open([uri])
  await whenReady()
  Object.assign(services, { save: () => new Promise(() => {}) })
  await openEdit()
  type('field-label', 'grace')
  await waitFor(() => expect(drafts.has('popup')).toBe(true))
  submit()
  await waitFor(() => expect(drafts.has('popup')).toBe(false))
})

test('an edit that cannot be saved is told, and stays to be tried again', async () => {
  const { drafts, services } = await open([uri])
  await whenReady()
  Object.assign(services, { save: () => Promise.reject(new AppError('storage-full')) })
  await openEdit()
  type('field-label', 'grace')
  submit()
  expect(await screen.findByText(errorText('storage-full'))).toBeTruthy()
  expect(screen.getByTestId('field-label')).toHaveProperty('value', 'grace')
  await waitFor(() => expect(drafts.get('popup')).toContain('grace'))
})

test('a card whose choices cannot be sealed stays, and says why', async () => {
  const seal = () => Promise.reject(new AppError('storage-failed'))
  const opened = await open([uri], { seal })
  await screen.findByTestId('found-account')
  expect(await screen.findByText(errorText('storage-failed'))).toBeTruthy()
  click('save-account')
  expect(opened.log).toEqual([])
  expect(screen.getByTestId('found-account')).toBeTruthy()
})

test('a click before the choices are sealed is kept until they are', async () => {
  let release = (): void => {}
  const until = new Promise<void>((resolve) => {
    release = resolve
  })
  const seal = async (value: unknown) => {
    await until
    return JSON.stringify(value)
  }
  const { fake } = await open([uri], { seal })
  await screen.findByTestId('found-account')
  click('save-account')
  expect(fake.document.accounts).toEqual([])
  await act(async () => release())
  await screen.findByTestId('fill-code')
  expect(fake.document.accounts).toHaveLength(1)
})

test('two codes are both offered', async () => {
  await open([uri, otherSecret.replaceAll('Example', 'Other')])
  await waitFor(() => expect(screen.getAllByTestId('found-account')).toHaveLength(2))
})

test('a web address is shown as text and cannot be followed', async () => {
  const { view } = await open(['https://example.org/ticket'])
  expect((await screen.findByTestId('link-text')).textContent).toBe('https://example.org/ticket')
  expect(view.container.querySelector('a')).toBeNull()
})

test.each([
  ['otpauth-migration://offline?data=x', errorText('migration-malformed')],
  ['WIFI:S:x;;', t('found_other')],
  ['otpauth://totp/x?secret=1', t('found_broken')],
])('%s is told for what it is', async (payload, sentence) => {
  await open([payload])
  expect(await screen.findByText(sentence)).toBeTruthy()
})

test.each([
  ['otpauth-migration://offline?data=x', 'scan_found_export'],
  ['otpauth://totp/x?secret=1', 'scan_unusable'],
  ['https://example.org/ticket', 'scan_nothing'],
] as const)('the foot does not contradict the card of %s', async (payload, key) => {
  const { view } = await open([payload])
  expect(view.container.querySelector('footer')?.textContent).toContain(t(key))
})

test.each([
  ['hasCut', 'found_cut'],
  ['hasMissed', 'found_missed'],
] as const)('nor what is told of one that could not be read: %s', async (hint, key) => {
  const scan = async () => ({ ...reading(), [hint]: true })
  const { view } = await open([], { site: { scan } })
  const foot = () => view.container.querySelector('footer')?.textContent
  await waitFor(() => expect(foot()).toContain(t(key)))
})

test('a choice stays with its account when the one above it is saved', async () => {
  const second = otherSecret.replaceAll('Example', 'Other')
  await open([uri, second])
  await waitFor(() => expect(screen.getAllByTestId('found-account')).toHaveLength(2))
  await act(async () => screen.getAllByTestId('allow-site')[0]?.click())
  click('save-account')
  await waitFor(() => expect(screen.getAllByTestId('found-account')).toHaveLength(1))
  expect(screen.getByTestId('allow-site')).toHaveProperty('checked', true)
})

test.each([
  ['partly out of view', { hasCut: true }, ['found_cut', 'found_cut_text']],
  ['a part of a longer text', { hasPart: true }, ['found_part']],
] as const)('a code that is %s is told, with what to do', async (_, hint, words) => {
  await open([], { site: { scan: async () => ({ ...reading(), ...hint }) } })
  const notice = await waitFor(() => {
    const told = screen.getAllByTestId('notice').map(({ textContent }) => textContent)
    const [about] = told.filter((text) => text?.includes(t(words[0])))
    expect(about).toBeTruthy()
    return about
  })
  for (const word of words) expect(notice).toContain(t(word))
})

test('nothing in view is said quietly, with what to do, and can be tried again', async () => {
  const scans = [reading(), reading(uri)]
  await open([], { site: { scan: async () => scans.shift() ?? reading() } })
  expect(textOf('notice')).toBe(t('scan_nothing'))
  click('scan-again')
  expect(await screen.findByTestId('found-account')).toBeTruthy()
})

test('for somebody with accounts that takes one line, until it is asked for', async () => {
  await open([], { document: documentOf(anAccount({ id: 'else' })) })
  await waitFor(() => expect(textOf('notice')).toBe(t('scan_nothing_brief')))
  const drawing = await screen.findByTestId('scan-again')
  expect([drawing.textContent, drawing.title]).toEqual(['', t('scan_again')])
  expect(screen.getByTestId('mark-code')).toBeTruthy()
  drawing.focus()
  click('scan-again')
  await waitFor(() => expect(textOf('notice')).toBe(t('scan_nothing')))
  expect(textOf('scan-again')).toBe(t('scan_again'))
  expect(document.activeElement).toBe(screen.getByTestId('scan-again'))
})

test.each(['capture-failed', 'scan-too-slow'] as const)(
  'a scan that fails with %s is told by its sentence',
  async (code) => {
    await open([], { site: { scan: () => Promise.reject(new AppError(code)) } })
    expect(await screen.findByText(errorText(code))).toBeTruthy()
  },
)

const seen = async () => reading()
const refused = () => Promise.reject(new AppError('page-off-limits'))

test.each([
  ['chrome://settings/', seen, 'scan_off_limits'],
  ['moz-extension://x/manage.html', seen, 'scan_off_limits'],
  // Chromium's own, whose addresses it hides.
  [null, seen, 'scan_off_limits'],
  ['https://chromewebstore.google.com/', refused, 'scan_off_limits'],
  // A file that Chromium keeps from extensions: its address is hidden, too.
  [null, refused, 'scan_off_limits_file'],
] as const)(
  'where no extension may look (%s) another way is named, and leads on',
  async (url, scan, says) => {
    const own = { tabId: 7, url, origin: null, host: null }
    const { log } = await open([], { site: { scan, activeTab: async () => own } })
    await waitFor(() => expect(textOf('notice')).toBe(t(says)))
    click('other-ways')
    expect(log).toEqual(['manage add'])
  },
)

test('where no extension may look, somebody with accounts is told what to do when it is asked', async () => {
  const own = { tabId: 7, url: 'chrome://settings/', origin: null, host: null }
  const site = { scan: seen, activeTab: async () => own }
  await open([], { site, document: documentOf(anAccount({ id: 'else' })) })
  await waitFor(() => expect(textOf('notice')).toBe(t('scan_off_limits_brief')))
  expect(screen.getByTestId('other-ways')).toBeTruthy()
  click('scan-again')
  await waitFor(() => expect(textOf('notice')).toBe(t('scan_off_limits')))
})
