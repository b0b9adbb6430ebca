// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { errorText, t } from '@/components/i18n'
import { goTo } from '@/components/screens/manage/route'
import { clearToasts } from '@/components/ui/toasts'
import { AppError } from '@/utils/errors/app-error'
import type { Account } from '@/utils/vault/document'
import { anAccount, documentOf } from '../../../model/fake-vault'
import { fakeServices } from '../fake-services'
import { showManage } from '../show-manage'

const password = 'copper lantern drift mosaic'
const secret = 'JBSWY3DPEHPK3PXP'
const link = `otpauth://totp/Example:ada?secret=${secret}&issuer=Example&algorithm=SHA1&digits=6&period=30`

// Screens are loaded when first wanted, and compiled for the test then.
configure({ asyncUtilTimeout: 10_000 })
beforeEach(() => {
  goTo('accounts', { replace: true })
  clearToasts()
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const copied: string[] = []
let copyFailure: AppError | null
const copy = async (text: string) => {
  if (copyFailure) throw copyFailure
  copied.push(text)
  return 30
}

/** The accounts of an open vault, its first one asked to be shown. */
async function openDialog(account: Account = anAccount({ label: 'ada' })) {
  copied.length = 0
  copyFailure = null
  const made = fakeServices({ password, document: documentOf(account) }, { copy })
  await showManage(made.services, password)
  fireEvent.click(await screen.findByTestId('reveal-account'))
  await screen.findByTestId('reveal-password')
  return made
}

function give(password: string): void {
  fireEvent.input(screen.getByTestId('reveal-password'), { target: { value: password } })
  const form = screen.getByTestId('reveal-confirm').closest('form')
  if (form) fireEvent.submit(form)
}

async function reveal(account?: Account) {
  const made = await openDialog(account)
  give(password)
  await screen.findByTestId('revealed')
  return made
}

/** All that is in the page, words that are parted by markup too. */
const page = () => {
  const { outerHTML, textContent } = document.documentElement
  return `${outerHTML}${textContent}`
}
const hide = (hidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('before the master password', () => {
  test('nothing of the secret is in the page', async () => {
    await openDialog()
    expect(page()).not.toContain(secret)
    expect(screen.queryByTestId('qr-code')).toBeNull()
  })

  test.each([
    ['', 'password-empty'],
    ['wrong', 'password-wrong'],
  ] as const)('%j shows nothing and is told', async (given, code) => {
    await openDialog()
    give(given)
    expect((await screen.findByTestId('error')).textContent).toBe(errorText(code))
    expect(page()).not.toContain(secret)
  })
})

describe('after it', () => {
  test('the secret stands there in groups of four, with its QR code and settings', async () => {
    await reveal()
    const groups = [...screen.getByTestId('secret').children].map((group) => group.textContent)
    expect(groups).toEqual(['JBSW', 'Y3DP', 'EHPK', '3PXP'])
    expect(screen.getByTestId('qr-code').getAttribute('aria-label')).toBe(t('manage_reveal_qr'))
    expect(screen.getByTestId('revealed').textContent).toContain('SHA1')
    expect(screen.queryByText(t('manage_reveal_counter'))).toBeNull()
  })

  test.each([
    ['copy-secret', secret],
    ['copy-link', link],
  ])('%s copies it for as long as people chose, and says so', async (button, text) => {
    await reveal()
    fireEvent.click(screen.getByTestId(button))
    await waitFor(() => expect(screen.getByTestId('copied').textContent).not.toBe(''))
    expect(screen.getByTestId('copied').textContent).toBe(t('account_copied_for', 30))
    expect(copied).toEqual([text])
  })

  test('what is selected and copied by hand is taken off the clipboard too', async () => {
    await reveal()
    getSelection()?.selectAllChildren(screen.getByTestId('secret'))
    const left = fireEvent.copy(screen.getByTestId('secret'))
    expect(left).toBe(false)
    expect(copied).toEqual([secret])
  })

  test('so is a selection that begins outside of the secret', async () => {
    await reveal()
    getSelection()?.selectAllChildren(screen.getByTestId('revealed'))
    expect(fireEvent.copy(screen.getByTestId('qr-code'))).toBe(false)
    expect(copied).toHaveLength(1)
    expect(copied[0]).toContain(secret)
  })

  test('what is selected elsewhere is the browser’s to copy', async () => {
    await reveal()
    getSelection()?.selectAllChildren(screen.getByTestId('copied'))
    expect(fireEvent.copy(screen.getByTestId('copied'))).toBe(true)
    expect(copied).toEqual([])
  })

  test.each(['clipboard-denied', 'clipboard-stays'] as const)(
    'that copying by hand failed is told: %s',
    async (code) => {
      await reveal()
      copyFailure = new AppError(code)
      getSelection()?.selectAllChildren(screen.getByTestId('secret'))
      fireEvent.copy(screen.getByTestId('secret'))
      expect((await screen.findByTestId('copy-failure')).textContent).toBe(errorText(code))
    },
  )

  test('a counter code says what its counter means for two of them', async () => {
    const parameters = { secretBase32: secret, algorithm: 'SHA1', digits: 6, counter: 7 } as const
    await reveal(anAccount({ parameters: { type: 'hotp', ...parameters } }))
    expect(screen.getByText(t('manage_reveal_counter'))).toBeTruthy()
    expect(screen.getByTestId('revealed').textContent).toContain(`${t('form_counter')}7`)
  })

  test('an account whose names fit into no QR code offers the link', async () => {
    await reveal(anAccount({ label: 'x'.repeat(3_000) }))
    expect(screen.queryByTestId('qr-code')).toBeNull()
    expect(screen.getByText(t('manage_reveal_too_long'))).toBeTruthy()
    expect(screen.getByTestId('copy-link')).toBeTruthy()
  })
})

describe('it is hidden again', () => {
  test('after a minute', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout')
    await reveal()
    expect(page()).toContain(secret)
    const [minute] = timers.mock.calls.filter(([, ms]) => ms === 60_000)
    await act(async () => minute?.[0]())
    await waitFor(() => expect(page()).not.toContain(secret))
    expect(await screen.findByText(t('manage_reveal_hidden', 60))).toBeTruthy()
  })

  test('when the tab is not in front any more', async () => {
    await reveal()
    expect(page()).toContain(secret)
    act(() => hide(true))
    await waitFor(() => expect(page()).not.toContain(secret))
    act(() => hide(false))
    expect(await screen.findByTestId('reveal-password')).toHaveProperty('value', '')
  })

  test('at once when the tab was left while the password was checked', async () => {
    await openDialog()
    hide(true)
    give(password)
    expect(await screen.findByText(t('manage_reveal_hidden', 60))).toBeTruthy()
    expect(page()).not.toContain(secret)
  })

  test('when the vault is locked, and does not come back with it', async () => {
    const { services } = await reveal()
    await act(() => services.vault.lock())
    await screen.findByTestId('master-password')
    expect(page()).not.toContain(secret)
    await act(() => services.model.unlock(password))
    await screen.findByTestId('account-list')
    expect(screen.queryByTestId('reveal-password')).toBeNull()
  })

  test('when the account goes to the trash, and does not come back with it', async () => {
    const { services } = await reveal()
    await act(() => services.actions.trash('a1'))
    await waitFor(() => expect(screen.queryByTestId('revealed')).toBeNull())
    await act(() => services.actions.restore('a1'))
    await screen.findByTestId('account-row')
    expect(screen.queryByTestId('reveal-password')).toBeNull()
  })
})

test('an account in the trash is not shown', async () => {
  const { services } = await openDialog()
  fireEvent.click(screen.getByLabelText(t('close')))
  await act(() => services.actions.trash('a1'))
  await screen.findByTestId('trash-row')
  expect(screen.queryByTestId('reveal-account')).toBeNull()
})
