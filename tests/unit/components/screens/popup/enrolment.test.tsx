// @vitest-environment happy-dom
import { act, cleanup, configure, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { errorText, t } from '@/components/i18n'
import { AppError } from '@/utils/errors/app-error'
import type { Account, Site } from '@/utils/vault/document'
import { anAccount, documentOf } from '../../model/fake-vault'
import { here, nowMs } from './fake-services'
import { click, openPopup } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const bound: Site = { origin: here.origin, match: 'origin', fill: 'arrival' }
const begun = { origin: here.origin, startedAtMs: 2 }
const confirmed = { ...begun, confirmedAtMs: 3 }
const older = anAccount({ id: 'older', sites: [bound], createdAtMs: 1, note: 'kept' })
const newer = (over: Partial<Account> = {}): Account =>
  anAccount({
    id: 'newer',
    sites: [bound],
    createdAtMs: 2,
    parameters: { ...older.parameters, secretBase32: 'GEZDGNBVGY3TQOJQ' },
    enrolment: begun,
    ...over,
  })
const open = (...accounts: Account[]) =>
  openPopup({ password: 'right', unlocked: true, document: documentOf(...accounts) })

test('an unconfirmed account says what to do, and another thing once its code was filled', async () => {
  await open(newer())
  expect((await screen.findByTestId('unconfirmed')).textContent).toBe(t('enrol_fill_here'))
  cleanup()
  await open(newer({ enrolment: { ...begun, filledAtMs: 5 } }))
  expect((await screen.findByTestId('unconfirmed')).textContent).toBe(t('enrol_send_here'))
})

test('of several accounts of the page, the one that is being set up comes first, and stays there', async () => {
  const chosen = { ...older, sites: [{ ...bound, chosenAtMs: 1 }] }
  await open(chosen, newer())
  await screen.findByTestId('unconfirmed')
  const ids = () => screen.getAllByTestId('account-row').map(({ dataset }) => dataset['accountId'])
  expect(ids()).toEqual(['newer', 'older'])
  click('enrol-works')
  await screen.findByTestId('enrol-keep')
  expect(ids()).toEqual(['newer', 'older'])
  click('enrol-keep')
  await waitFor(() => expect(screen.queryByTestId('enrol-keep')).toBeNull())
  expect(ids()).toEqual(['newer', 'older'])
})

test('elsewhere its row says so in a few words', async () => {
  await open(newer({ sites: [{ ...bound, origin: 'https://other.example' }] }), older)
  const row = await waitFor(() => {
    const found = document.querySelector('[data-account-id=newer]')
    expect(found).toBeTruthy()
    return found
  })
  expect(row?.textContent).toContain(t('enrol_row'))
  expect(document.querySelector('[data-account-id=older]')?.textContent).not.toContain(
    t('enrol_row'),
  )
})

test('the user says that it works: nothing is left to do', async () => {
  const { fake } = await open(newer())
  await screen.findByTestId('enrol-works')
  click('enrol-works')
  await waitFor(() => expect(screen.queryByTestId('unconfirmed')).toBeNull())
  expect(fake.document.accounts[0]).not.toHaveProperty('enrolment')
  expect(screen.getByTestId('fill-code').textContent).toContain(t('fill_code'))
})

test('with an older account the user is asked, and it only goes when told to, with a way back', async () => {
  const { fake } = await open(older, newer())
  await screen.findByTestId('enrol-works')
  click('enrol-works')
  await screen.findByTestId('older-account')
  expect(fake.document.accounts.map(({ deletedAtMs }) => deletedAtMs)).toEqual([null, null])
  click('enrol-supersede')
  const undo = await screen.findByTestId('undo')
  expect(fake.document.accounts).toMatchObject([
    { id: 'older', deletedAtMs: nowMs },
    { id: 'newer', deletedAtMs: null, note: 'kept' },
  ])
  expect(fake.document.accounts[1]).not.toHaveProperty('enrolment')
  await act(async () => undo.click())
  await waitFor(() => expect(fake.document.accounts[0]?.deletedAtMs).toBeNull())
})

test('what the user keeps is not asked about again', async () => {
  const { fake } = await open(older, newer({ enrolment: confirmed }))
  await screen.findByTestId('enrol-keep')
  click('enrol-keep')
  await waitFor(() => expect(screen.queryByTestId('older-account')).toBeNull())
  expect(fake.document.accounts).toEqual([older, newer({ enrolment: undefined })])
})

test('an account of the same name that belongs to another site is not put up for the trash', async () => {
  const bank = { ...older, sites: [{ ...bound, origin: 'https://bank.example' }] }
  await open(bank, newer({ enrolment: confirmed }))
  await screen.findByTestId('fill-code')
  expect(screen.queryByTestId('enrol-supersede')).toBeNull()
})

test('what cannot be saved is told where it was clicked', async () => {
  const { fake } = await open(newer())
  await screen.findByTestId('enrol-works')
  fake.vault.change = () => Promise.reject(new AppError('storage-full'))
  click('enrol-works')
  expect(await screen.findByText(errorText('storage-full'))).toBeTruthy()
})
