// @vitest-environment happy-dom
import { act, cleanup, configure, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { errorText } from '@/components/i18n'
import { showToast, toasts } from '@/components/ui/toasts'
import { AppError } from '@/utils/errors/app-error'
import { reading } from '../../model/reading'
import { click, openPopup, textOf, type } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const uri = 'otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP&issuer=Example'
const password = 'right'

test('without a vault the way leads to the first run', async () => {
  const { log } = await openPopup()
  await screen.findByTestId('open-welcome')
  click('open-welcome')
  expect(log).toEqual(['manage welcome'])
  expect(screen.queryByTestId('lock')).toBeNull()
})

test('a locked popup waits in the password field', async () => {
  await openPopup({ password })
  const field = await screen.findByTestId('master-password')
  await waitFor(() => expect(document.activeElement).toBe(field))
})

test('a wrong password is told as such, and the right one opens', async () => {
  await openPopup({ password })
  await screen.findByTestId('master-password')
  type('master-password', 'wrong')
  click('unlock')
  expect((await screen.findByTestId('error')).textContent).toBe(errorText('password-wrong'))
  type('master-password', password)
  click('unlock')
  expect(await screen.findByTestId('add-account')).toBeTruthy()
})

test('an empty password is told as such', async () => {
  await openPopup({ password })
  await screen.findByTestId('unlock')
  click('unlock')
  expect((await screen.findByTestId('error')).textContent).toBe(errorText('password-empty'))
})

test('unlocking says for which host a code is awaited', async () => {
  await openPopup({ password, site: { waitsForCode: async () => true } })
  await screen.findByTestId('unlock-purpose')
  expect(textOf('unlock-purpose')).toContain('login.example.org')
})

test('a set-up code in view is told while locked, and not what it holds', async () => {
  const { view } = await openPopup({ password, site: { scan: async () => reading(uri) } })
  await screen.findByTestId('notice')
  expect(view.container.textContent).not.toContain('Example')
})

test('a vault that cannot be read is an error that can be tried again', async () => {
  const { fake, services } = await openPopup({ password })
  fake.fail(new AppError('storage-failed'))
  await services.model.open()
  expect((await screen.findByTestId('error')).textContent).toContain(errorText('storage-failed'))
  fake.fail(null)
  screen.getByRole('button', { name: 'Try again' }).click()
  expect(await screen.findByTestId('master-password')).toBeTruthy()
})

test('locking hides the accounts at once', async () => {
  await openPopup({ password, unlocked: true })
  click('lock')
  expect(await screen.findByTestId('master-password')).toBeTruthy()
  expect(screen.queryByTestId('account-list')).toBeNull()
})

test('locking, here or elsewhere, leaves no name and nothing typed; unlocking brings it back', async () => {
  const { fake, services, drafts } = await openPopup({ password, unlocked: true })
  click('add-account')
  await screen.findByTestId('save-form')
  type('field-secret', 'JBSWY3DPEHPK3PXP')
  await waitFor(() => expect(drafts.size).toBe(1))
  showToast('“Example” was deleted.', { label: 'Undo', testId: 'undo', run: () => {} })
  await act(async () => fake.elsewhere(false))
  await screen.findByTestId('master-password')
  expect(toasts.value).toEqual([])
  expect(JSON.stringify(services.state.screen.value)).not.toContain('JBSWY3DPEHPK3PXP')
  type('master-password', password)
  click('unlock')
  const field = await screen.findByTestId('field-secret')
  expect(field).toHaveProperty('value', 'JBSWY3DPEHPK3PXP')
})
