// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { errorText, t } from '@/components/i18n'
import { clearToasts } from '@/components/ui/toasts'
import type { ErrorCode } from '@/utils/errors/app-error'
import { anAccount, documentOf } from '../../model/fake-vault'
import { here } from './fake-services'
import { click, openPopup, textOf, type } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
beforeEach(clearToasts)
afterEach(cleanup)

const secret = 'JBSWY3DPEHPK3PXP'
const uri = `otpauth://totp/Bank:me?secret=${secret}&issuer=Bank`
const open = (more: Parameters<typeof openPopup>[0] = {}) =>
  openPopup({ password: 'right', unlocked: true, ...more })
const openAdd = async (more: Parameters<typeof openPopup>[0] = {}) => {
  const opened = await open(more)
  click('add-account')
  await screen.findByTestId('save-form')
  return opened
}
const submit = (testId: string) => {
  const form = screen.getByTestId(testId).closest('form')
  if (form) fireEvent.submit(form)
}

test('an account typed by hand is saved', async () => {
  const { fake } = await openAdd()
  type('field-issuer', 'GitHub')
  type('field-label', 'ada')
  type('field-secret', 'jbsw y3dp ehpk 3pxp')
  submit('save-form')
  await screen.findByTestId('account-row')
  expect(fake.document.accounts).toMatchObject([
    { issuer: 'GitHub', label: 'ada', parameters: { secretBase32: secret }, sites: [] },
  ])
})

test('what is wrong is told under its field, and nothing is lost', async () => {
  await openAdd()
  type('field-issuer', 'GitHub')
  type('field-secret', 'JBSW1')
  submit('save-form')
  const told = await screen.findByTestId('error')
  expect(told.textContent).toBe(errorText('secret-character', { character: '1' }))
  expect(screen.getByTestId('field-issuer')).toHaveProperty('value', 'GitHub')
})

test('the page in front is offered as a site', async () => {
  const { fake } = await openAdd()
  type('field-secret', secret)
  click('add-page')
  await screen.findByTestId('form-site')
  submit('save-form')
  await waitFor(() => expect(fake.document.accounts).toHaveLength(1))
  expect(fake.document.accounts[0]?.sites).toMatchObject([{ origin: here.origin }])
})

test('a whole line pasted as the secret fills the form', async () => {
  await openAdd()
  type('field-secret', uri)
  await waitFor(() => expect(screen.getByTestId('field-issuer')).toHaveProperty('value', 'Bank'))
  expect(screen.getByTestId('field-secret')).toHaveProperty('value', secret)
})

test('what is typed survives the popup, sealed', async () => {
  const { drafts, view } = await openAdd()
  type('field-issuer', 'GitHub')
  await waitFor(() => expect(drafts.get('popup')).toContain('GitHub'))
  view.unmount()
  await open({ drafts })
  expect(await screen.findByTestId('field-issuer')).toHaveProperty('value', 'GitHub')
})

test('a screen that was only opened is not come back to', async () => {
  const { drafts, view } = await openAdd()
  view.unmount()
  await open({ drafts })
  expect(screen.getByTestId('add-account')).toBeTruthy()
  expect(screen.queryByTestId('save-form')).toBeNull()
})

test('going back drops what was typed', async () => {
  const { drafts } = await openAdd()
  type('field-issuer', 'GitHub')
  await waitFor(() => expect(drafts.size).toBe(1))
  click('back')
  await waitFor(() => expect(drafts.size).toBe(0))
  expect(screen.getByTestId('add-account')).toBeTruthy()
})

test('Escape leaves the screen, not the popup', async () => {
  await openAdd()
  expect(fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(false)
  expect(await screen.findByTestId('add-account')).toBeTruthy()
})

test('pasted lines are reviewed and saved in one go, without what is there already', async () => {
  const known = anAccount({ issuer: 'Bank', label: 'me' })
  const { fake } = await openAdd({ document: documentOf(known) })
  const fresh = uri.replace(secret, 'GEZDGNBVGY3TQOJQ').replaceAll('Bank', 'Post')
  type('paste-text', `${uri}\n${fresh}\nnonsense`)
  fireEvent.click(await screen.findByTestId('paste-review'))
  await screen.findByTestId('save-all')
  expect(screen.getAllByTestId('review-row')).toHaveLength(2)
  expect(textOf('review-row')).toContain(t('found_saved'))
  expect(screen.getByText(errorText('otpauth-malformed'))).toBeTruthy()
  click('save-all')
  await screen.findAllByTestId('account-row')
  expect(fake.document.accounts.map(({ issuer }) => issuer)).toEqual(['Bank', 'Post'])
})

const other = uri.replace(secret, 'GEZDGNBVGY3TQOJQ').replaceAll('Bank', 'Post')
const saveFails: { code: ErrorCode | null } = { code: 'storage-full' }

test('what is pasted is kept until it is sent, should the popup go before it is sealed', async () => {
  let release = (): void => {}
  const until = new Promise<void>((resolve) => {
    release = resolve
  })
  const seal = async (value: unknown) => {
    if (typeof value === 'object' && value !== null && 'kind' in value) await until
    return JSON.stringify(value)
  }
  const { log, drafts } = await openAdd({ seal })
  type('paste-text', `${uri}\n${other}`)
  fireEvent.click(await screen.findByTestId('paste-review'))
  await waitFor(() => expect(drafts.has('popup')).toBe(true))
  fireEvent.click(await screen.findByTestId('save-all'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect([log, drafts.has('popup')]).toEqual([[], true])
  release()
  await waitFor(() => expect(drafts.has('popup')).toBe(false))
  expect(log).toEqual(['save'])
})

test('what is pasted is saved by the background, in one request: the popup may go', async () => {
  const { fake, log, drafts, unsaved } = await openAdd({ saveFails })
  type('paste-text', `${uri}\n${other}`)
  fireEvent.click(await screen.findByTestId('paste-review'))
  await waitFor(() => expect(drafts.has('popup')).toBe(true))
  fireEvent.click(await screen.findByTestId('save-all'))
  expect(await screen.findByText(errorText('storage-full'))).toBeTruthy()
  expect([log, unsaved.value, fake.document.accounts]).toEqual([['save'], null, []])
  // Told by this popup, it is typed there still.
  await waitFor(() => expect(drafts.has('popup')).toBe(true))
  saveFails.code = null
  click('save-all')
  expect((await screen.findAllByTestId('account-row')).length).toBe(2)
  expect(log).toEqual(['save', 'save'])
  await waitFor(() => expect(drafts.has('popup')).toBe(false))
})

test.each(['authenticator', 'unknown'] as const)(
  'one line over a page that wants a code (%s) is of its set-up',
  async (kind) => {
    const { fake, drafts } = await openAdd({ look: { kind, frame: null } })
    type('paste-text', uri)
    await waitFor(() => expect(drafts.has('popup')).toBe(true))
    fireEvent.click(await screen.findByTestId('paste-review'))
    fireEvent.click(await screen.findByTestId('save-account'))
    await screen.findByTestId('fill-code')
    expect(fake.document.accounts).toMatchObject([
      { sites: [{ origin: here.origin }], enrolment: { origin: here.origin } },
    ])
    await waitFor(() => expect(drafts.has('popup')).toBe(false))
  },
)

test.each([
  ['over a page that wants no code', uri, null],
  ['over one that wants a mailed code', uri, 'sent'],
  ['with another', `${uri}\n${uri.replace(secret, 'GEZDGNBVGY3TQOJQ')}`, 'unknown'],
] as const)('a line %s is bound nowhere', async (_, text, kind) => {
  const { fake } = await openAdd({ look: { kind, frame: null } })
  type('paste-text', text)
  fireEvent.click(await screen.findByTestId('paste-review'))
  fireEvent.click(await screen.findByTestId('save-all'))
  await screen.findAllByTestId('account-row')
  for (const account of fake.document.accounts) {
    expect(account.sites).toEqual([])
    expect(account).not.toHaveProperty('enrolment')
  }
})

test('the same line twice is one account', async () => {
  const { fake } = await openAdd()
  type('paste-text', `${uri}\n${uri}`)
  fireEvent.click(await screen.findByTestId('paste-review'))
  await screen.findByTestId('save-all')
  click('save-all')
  await screen.findByTestId('account-row')
  expect(fake.document.accounts).toHaveLength(1)
})

test('a pasted secret with other digits can take the place of what is there', async () => {
  const { fake } = await openAdd({ document: documentOf(anAccount()) })
  type('paste-text', `${uri}&digits=8`)
  fireEvent.click(await screen.findByTestId('paste-review'))
  fireEvent.click(await screen.findByTestId('replace-secret'))
  click('save-all')
  await screen.findByTestId('account-row')
  expect(fake.document.accounts).toMatchObject([
    { id: 'a1', issuer: 'Example', parameters: { digits: 8 } },
    { parameters: { digits: 6 }, deletedAtMs: expect.any(Number) },
  ])
})

test('a secret typed by hand that is there already is not saved again', async () => {
  const { fake } = await openAdd({ document: documentOf(anAccount()) })
  type('field-secret', secret)
  submit('save-form')
  expect((await screen.findByTestId('review-row')).textContent).toContain(t('found_saved'))
  expect(fake.document.accounts).toHaveLength(1)
})

test('pasted text without an account is told as such', async () => {
  await openAdd()
  type('paste-text', 'nonsense')
  fireEvent.click(await screen.findByTestId('paste-review'))
  expect((await screen.findByTestId('error')).textContent).toBe(errorText('otpauth-malformed'))
})

test('editing changes the account and keeps what the form does not show', async () => {
  const { fake } = await open({ document: documentOf(anAccount({ note: 'kept' })) })
  click('edit-account')
  await screen.findByTestId('save-form')
  type('field-label', 'grace')
  submit('save-form')
  await screen.findByTestId('account-row')
  expect(fake.document.accounts).toMatchObject([{ id: 'a1', label: 'grace', note: 'kept' }])
})

test('editing shows no secret of the vault and keeps none in the draft', async () => {
  const { drafts, fake } = await open({ document: documentOf(anAccount()) })
  click('edit-account')
  await screen.findByTestId('field-label')
  const fields = [...document.querySelectorAll('input')].map(({ value }) => value)
  expect(`${document.body.innerHTML}${fields}`).not.toContain(secret)
  type('field-label', 'grace')
  await waitFor(() => expect(drafts.get('popup')).toContain('grace'))
  expect(drafts.get('popup')).not.toContain(secret)
  submit('save-form')
  await screen.findByTestId('account-row')
  expect(fake.document.accounts).toMatchObject([{ parameters: { secretBase32: secret } }])
})

test('a secret typed while editing is announced to replace the old, which goes to the trash', async () => {
  const { fake } = await open({ document: documentOf(anAccount()) })
  click('edit-account')
  await screen.findByTestId('field-secret')
  expect(screen.queryByText(t('form_secret_replaces', 30))).toBeNull()
  type('field-secret', 'GEZDGNBVGY3TQOJQ')
  expect(await screen.findByText(t('form_secret_replaces', 30))).toBeTruthy()
  submit('save-form')
  await screen.findByTestId('account-row')
  expect(fake.document.accounts).toMatchObject([
    { id: 'a1', parameters: { secretBase32: 'GEZDGNBVGY3TQOJQ' }, deletedAtMs: null },
    { parameters: { secretBase32: secret }, deletedAtMs: expect.any(Number) },
  ])
})

test('editing leaves what another window saved meanwhile', async () => {
  const { fake } = await open({ document: documentOf(anAccount()) })
  click('edit-account')
  await screen.findByTestId('save-form')
  type('field-label', 'grace')
  const site = { origin: here.origin, match: 'origin', fill: 'arrival' } as const
  await act(async () => fake.saveElsewhere(documentOf(anAccount({ sites: [site] }))))
  submit('save-form')
  await screen.findByTestId('account-row')
  expect(fake.document.accounts).toMatchObject([{ label: 'grace', sites: [site] }])
})

test('an account that went away while it was edited is told', async () => {
  const { fake } = await open({ document: documentOf(anAccount()) })
  click('edit-account')
  await screen.findByTestId('save-form')
  await act(async () => {
    fake.document = documentOf()
  })
  submit('save-form')
  expect(await screen.findByText(errorText('account-missing'))).toBeTruthy()
})
