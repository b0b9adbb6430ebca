// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { t } from '@/components/i18n'
import { goTo, type Route } from '@/components/screens/manage/route'
import { clearToasts } from '@/components/ui/toasts'
import { anAccount, documentOf } from '../../model/fake-vault'
import { fakeServices } from './fake-services'
import { showManage } from './show-manage'

// What was typed on the manage page and not saved is there again after the lock.

const password = 'copper lantern drift mosaic'
const line = 'otpauth://totp/Other:bob?secret=GEZDGNBVGY3TQOJQ&issuer=Other'

configure({ asyncUtilTimeout: 10_000 })
beforeEach(clearToasts)
afterEach(cleanup)

/** The page at a screen, over an open vault with one account. */
async function open(route: Route) {
  goTo(route, { replace: true })
  const made = fakeServices({ password, document: documentOf(anAccount()) })
  const { model } = made.services
  await showManage(made.services, password)
  return {
    ...made,
    lock: async () => {
      await act(() => model.lock())
      await screen.findByTestId('master-password')
    },
    unlock: () => act(() => model.unlock(password)),
  }
}

const type = (testId: string, value: string) =>
  fireEvent.input(screen.getByTestId(testId), { target: { value } })
const openEdit = async () => fireEvent.click(await screen.findByLabelText(t('account_edit')))
const submit = (testId: string) => {
  const form = screen.getByTestId(testId).closest('form')
  if (form) fireEvent.submit(form)
}

test.each([
  { what: 'an account typed by hand', route: 'add', field: 'field-issuer', start: async () => {} },
  { what: 'pasted text', route: 'add', field: 'paste-text', start: async () => {} },
  { what: 'an account that is edited', route: 'accounts', field: 'field-label', start: openEdit },
] as const)('$what comes back after the lock', async ({ route, field, start }) => {
  const { lock, unlock, drafts } = await open(route)
  await start()
  await screen.findByTestId(field)
  type(field, 'half typed')
  await waitFor(() => expect(drafts.size).toBe(1))
  await lock()
  expect(document.body.innerHTML).not.toContain('half typed')
  await unlock()
  await waitFor(() => expect(screen.getByTestId(field)).toHaveProperty('value', 'half typed'))
})

test('an edit that comes back writes what was typed and nothing else', async () => {
  const { lock, unlock, drafts, fake } = await open('accounts')
  await openEdit()
  await screen.findByTestId('field-label')
  type('field-label', 'typed')
  await waitFor(() => expect(drafts.size).toBe(1))
  await lock()
  fake.saveElsewhere(documentOf(anAccount({ issuer: 'Renamed' })))
  await unlock()
  await waitFor(() => expect(screen.getByTestId('field-label')).toHaveProperty('value', 'typed'))
  submit('save-form')
  await waitFor(() => expect(drafts.size).toBe(0))
  expect(fake.document.accounts).toMatchObject([{ issuer: 'Renamed', label: 'typed' }])
})

test('what was saved or given up does not come back', async () => {
  const { drafts, fake } = await open('add')
  await screen.findByTestId('paste-text')
  type('paste-text', line)
  type('field-issuer', 'By hand')
  type('field-secret', 'JBSWY3DPEHPK3PXQ')
  await waitFor(() => expect(drafts.size).toBe(2))
  fireEvent.click(screen.getByTestId('paste-review'))
  fireEvent.click(await screen.findByTestId('save-all'))
  await waitFor(() => expect([...drafts.keys()]).toEqual(['manage-hand']))
  await screen.findByTestId('account-list')
  act(() => goTo('add'))
  await screen.findByTestId('paste-text')
  await waitFor(() => expect(screen.getByTestId('field-issuer')).toHaveProperty('value', 'By hand'))
  expect(screen.getByTestId('paste-text')).toHaveProperty('value', '')
  submit('save-form')
  await waitFor(() => expect(drafts.size).toBe(0))
  expect(fake.document.accounts).toHaveLength(3)
})

test('an edit that was only opened, or was closed, is nothing to come back to', async () => {
  const { drafts, lock, unlock } = await open('accounts')
  await openEdit()
  await screen.findByTestId('field-label')
  await lock()
  await unlock()
  await openEdit()
  type('field-label', 'typed')
  await waitFor(() => expect(drafts.size).toBe(1))
  fireEvent.click(screen.getByLabelText(t('close')))
  await waitFor(() => expect(drafts.size).toBe(0))
  expect(screen.queryByTestId('field-label')).toBeNull()
})
